package org.emotitune.db;

import org.jspecify.annotations.Nullable;

/**
 * What {@link Migrator} has done.
 *
 * @param from the schema's version before, null if there was no schema
 * @param to the schema's version now
 * @param count how many migrations were applied, 0 if the schema was up to date
 */
public record Migration(@Nullable String from, String to, int count) {
    public Migration {
        if (count < 0) {
            throw new IllegalArgumentException("a count of migrations is not negative: " + count);
        }
    }
}
