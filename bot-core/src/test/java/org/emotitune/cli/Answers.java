package org.emotitune.cli;

import java.util.List;
import org.emotitune.conversation.Answer;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.recommend.Recommendation;
import org.emotitune.song.Song;
import org.emotitune.song.SongFacts;
import org.emotitune.song.SongId;
import org.emotitune.testing.TestProfiles;

/** Answers to be shown. */
final class Answers {
    static final Profile FEELING = TestProfiles.of(List.of("sadness", "love"), List.of("break-up"));
    static final Recommendation KNOWN = new Recommendation(
            new Song(
                    new SongId(7),
                    new SongFacts("6Vc5wAMmXdKIAM7WUoEb7N", "La Flaca", "Jarabe de Palo", 1996, "es", 260_000, 78)),
            TestProfiles.of(List.of("love", "sadness", "hope"), List.of("break-up", "party")),
            0.123456,
            List.of("love", "sadness"),
            List.of("break-up"));
    static final Recommendation UNKNOWN = new Recommendation(
            new Song(new SongId(8), new SongFacts(null, "No \"Id\"", "Nobody", null, null, null, null)),
            TestProfiles.feeling("calm"),
            1,
            List.of(),
            List.of());

    private Answers() {}

    static Answer.Songs songs(Language language) {
        return new Answer.Songs(reading(language), List.of(KNOWN, UNKNOWN));
    }

    static Reading reading(Language language) {
        return new Reading(language, Reading.Mode.EMBEDDED, FEELING);
    }

    static Reading nothingHeard(Language language) {
        return new Reading(language, Reading.Mode.LLM, null);
    }
}
