package org.emotitune.lookup;

import org.jspecify.annotations.Nullable;

/**
 * A recording to be looked up.
 *
 * @param title as a person reads it, never blank; may name an edition ("- Remastered 2011")
 * @param artist line of artists; null where nobody is known
 * @param durationMs length in milliseconds
 * @param isrc International Standard Recording Code, twelve letters and digits
 */
public record Recording(
        String title,
        @Nullable String artist,
        @Nullable String album,
        @Nullable Integer durationMs,
        @Nullable String isrc) {}
