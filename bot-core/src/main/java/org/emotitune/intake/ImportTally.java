package org.emotitune.intake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotitune.intake.ImportReport.Ending;
import org.emotitune.intake.IntakeStore.Change;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.intake.IntakeStore.Waiting;
import org.jspecify.annotations.Nullable;

/** Counts what an import does. */
final class ImportTally {
    private final Map<Change, Long> changes = new EnumMap<>(Change.class);
    private final Map<String, String> mappings = new TreeMap<>();
    private long read;
    private long refused;
    private long noted;
    private long withProfile;
    private long mapped;
    private long lastKept;

    long read() {
        return ++read;
    }

    void refused() {
        refused++;
    }

    void noted() {
        noted++;
    }

    void mapped(String term, String word) {
        mapped++;
        if (mappings.size() < ImportReport.MOST_MAPPINGS) {
            mappings.put(term, word);
        }
    }

    /** @param last number of the last row of these */
    void kept(List<Row> rows, List<Change> what, long last) {
        what.forEach(change -> changes.merge(change, 1L, Long::sum));
        withProfile += rows.stream().filter(row -> row.profile() != null).count();
        lastKept = last;
    }

    long lastKept() {
        return lastKept;
    }

    ImportReport report(boolean trial, @Nullable Waiting waiting, Ending ending) {
        return new ImportReport(
                trial,
                read,
                count(Change.ADDED),
                count(Change.CHANGED),
                count(Change.UNCHANGED),
                refused,
                noted,
                withProfile,
                mapped,
                mappings,
                waiting,
                ending);
    }

    private long count(Change change) {
        return changes.getOrDefault(change, 0L);
    }
}
