package org.emotitune.postgres;

import java.util.ArrayList;
import java.util.List;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.Profile;
import org.emotitune.intake.IntakeStore.Change;
import org.emotitune.intake.IntakeStore.Intake;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.intake.OfferedSong;
import org.emotitune.song.SongFacts;
import org.emotitune.testing.TestProfiles;
import org.jspecify.annotations.Nullable;

/** Rows for an import, and ways to import them. */
final class Offers {
    static final String ONE = "1".repeat(22);
    static final String TWO = "2".repeat(22);
    static final String THREE = "3".repeat(22);
    static final String VOCABULARY = "vocabulary 1";
    static final String WORDS = "the kettle sings and nobody listens";

    private Offers() {}

    static Row row(SongFacts facts) {
        return new Row(new OfferedSong(facts, null, null, null, null), null, null, null, null);
    }

    static Row row(@Nullable String spotifyId, String title, @Nullable String artist) {
        return row(spotifyId, title, artist, null);
    }

    static Row row(@Nullable String spotifyId, String title, @Nullable String artist, @Nullable Integer popularity) {
        return row(new SongFacts(spotifyId, title, artist, null, null, null, popularity));
    }

    static Row with(Row row, @Nullable String lyrics, @Nullable Profile profile) {
        return new Row(row.song(), lyrics, lyrics == null ? null : Digests.sha256(lyrics), profile, null);
    }

    static Row song(@Nullable String lyrics, String... emotions) {
        return with(row(null, "Song", "Singer"), lyrics, emotions.length == 0 ? null : TestProfiles.feeling(emotions));
    }

    static List<Change> keep(PgIntakeStore store, Row... rows) {
        return keep(store, false, false, rows.length, List.of(rows));
    }

    /** Imports in parts of a size. */
    static List<Change> keep(PgIntakeStore store, boolean keepLyrics, boolean trial, int size, List<Row> rows) {
        List<Change> changes = new ArrayList<>();
        try (Intake intake = begin(store, keepLyrics, trial)) {
            for (int from = 0; from < rows.size(); from += size) {
                changes.addAll(intake.keep(rows.subList(from, Math.min(rows.size(), from + size))));
            }
        }
        return changes;
    }

    static Intake begin(PgIntakeStore store, boolean keepLyrics, boolean trial) {
        return store.begin("import", VOCABULARY, keepLyrics, trial).orElseThrow();
    }
}
