package org.emotitune.intake;

import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/**
 * A song as a source offers it.
 *
 * @param isrc International Standard Recording Code, twelve capitals and digits
 * @param lyrics as the source has them, with all their noise; never to be shown or logged
 * @param terms its profile, where the source has one
 * @param artwork address of a picture as the source has it, until it has been checked: then the facts have it
 */
public record OfferedSong(
        SongFacts facts,
        @Nullable String album,
        @Nullable String isrc,
        @Nullable String lyrics,
        @Nullable Terms terms,
        @Nullable String artwork) {
    /** A song without a picture that is yet to be checked. */
    public OfferedSong(
            SongFacts facts,
            @Nullable String album,
            @Nullable String isrc,
            @Nullable String lyrics,
            @Nullable Terms terms) {
        this(facts, album, isrc, lyrics, terms, null);
    }

    /** Lyrics are in no log, whoever prints the record. */
    @Override
    public String toString() {
        return "OfferedSong[%s]".formatted(facts);
    }
}
