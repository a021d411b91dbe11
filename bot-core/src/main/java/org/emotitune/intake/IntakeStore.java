package org.emotitune.intake;

import java.util.List;
import java.util.Optional;
import org.emotitune.emotion.Profile;
import org.jspecify.annotations.Nullable;

/** Where imported songs are kept. Thread-safe. */
public interface IntakeStore {

    /**
     * A song ready to be kept.
     *
     * @param lyrics cleaned; null where none came with it
     * @param lyricsHash SHA-256 of them, hexadecimal
     * @param profile of the vocabulary; null where none came with it
     * @param terms emotion words as the file has them, where they are not all of the vocabulary
     */
    record Row(
            OfferedSong song,
            @Nullable String lyrics,
            @Nullable String lyricsHash,
            @Nullable Profile profile,
            @Nullable List<String> terms) {
        public Row {
            if ((lyrics == null) != (lyricsHash == null)) {
                throw new IllegalArgumentException("lyrics and their hash come together or not at all");
            }
            terms = terms == null ? null : List.copyOf(terms);
        }

        /** Lyrics are in no log, whoever prints the record. */
        @Override
        public String toString() {
            return "Row[%s, %s]".formatted(song, profile);
        }
    }

    /** What became of a song. */
    enum Change {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /** An import; to be closed, which takes back what has not been kept. */
    interface Intake extends AutoCloseable {
        /** Keeps all of these, or none if the database fails. A song that stands twice is kept as it stands last. */
        List<Change> keep(List<Row> rows);

        @Override
        void close();
    }

    /**
     * Begins an import. Only one can be under way, and none while a job is running.
     *
     * @param popularitySource "import" or "spotify"
     * @param vocabulary version of the controlled vocabulary that profiles went through
     * @param keepLyrics whether lyrics stay after they have been read
     * @param trial whether all that is kept is taken back at the end
     * @return empty if another import or a job is under way
     */
    Optional<Intake> begin(String popularitySource, String vocabulary, boolean keepLyrics, boolean trial);

    /** @return how many songs wait to be read: with lyrics that no profile is of, or without lyrics and profile */
    Waiting waiting();

    /**
     * @param toRead songs with lyrics that have not been read
     * @param toLookUp songs without profile whose lyrics have to be looked for
     */
    record Waiting(long toRead, long toLookUp) {}
}
