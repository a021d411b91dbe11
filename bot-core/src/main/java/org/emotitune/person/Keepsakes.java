package org.emotitune.person;

import java.time.Instant;
import java.util.List;
import org.emotitune.emotion.Language;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a person, to be shown to them.
 *
 * @param lastHere null where nothing is kept
 * @param given newest first
 * @param votes newest first
 */
public record Keepsakes(
        @Nullable Language chosenLanguage,
        @Nullable Language lastLanguage,
        @Nullable Instant lastHere,
        List<Given> given,
        List<Vote> votes) {

    /** A song that was given, and where. */
    public record Given(String title, @Nullable String artist, PlaceKey place, Instant at) {}

    /** A song that was voted on. */
    public record Vote(String title, @Nullable String artist, Stance stance, Instant at) {}

    public Keepsakes {
        given = List.copyOf(given);
        votes = List.copyOf(votes);
    }
}
