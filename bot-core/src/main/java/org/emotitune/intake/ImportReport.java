package org.emotitune.intake;

import java.util.Map;
import java.util.TreeMap;
import org.emotitune.intake.IntakeStore.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import.
 *
 * @param trial whether nothing was kept, and the rest tells what would have been
 * @param read rows that were read, good or not
 * @param added rows that are a new song
 * @param refused rows that are no song
 * @param noted notes on rows that were taken
 * @param withProfile rows taken that came with a profile
 * @param mapped emotions and themes given in other words than the vocabulary's, and taken as some of it
 * @param mappings those words, or the first {@link #MOST_MAPPINGS} of them, to what they were taken as
 * @param waiting null in a trial, and where the database failed
 */
public record ImportReport(
        boolean trial,
        long read,
        long added,
        long changed,
        long unchanged,
        long refused,
        long noted,
        long withProfile,
        long mapped,
        Map<String, String> mappings,
        @Nullable Waiting waiting,
        Ending ending) {
    public static final int MOST_MAPPINGS = 200;

    /** How it ended. What was kept until then stays. */
    public sealed interface Ending {
        /** All rows were read. */
        record Whole() implements Ending {}

        /** Somebody stopped it. */
        record Interrupted() implements Ending {}

        /** @param message says why the source, or its rest, cannot be read */
        record Unreadable(String message) implements Ending {}

        /**
         * @param row the last one that was kept; 0 if none was
         * @param message says how the database failed
         */
        record StoreFailed(long row, String message) implements Ending {}
    }

    public ImportReport {
        mappings = new TreeMap<>(mappings);
    }

    /** Rows that are songs of the catalog now. */
    public long taken() {
        return added + changed + unchanged;
    }

    public long withoutProfile() {
        return taken() - withProfile;
    }
}
