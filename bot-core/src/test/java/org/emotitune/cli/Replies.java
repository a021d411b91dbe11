package org.emotitune.cli;

import java.util.List;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Reply.Opening;
import org.emotitune.conversation.Reply.SongLine;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.recommend.Recommendation;
import org.emotitune.song.Song;
import org.emotitune.song.SongFacts;
import org.emotitune.song.SongId;
import org.emotitune.testing.TestProfiles;

/** Replies to be shown. */
final class Replies {
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

    private static final Mood MOOD = new Mood(-0.4, 0.1);

    private Replies() {}

    static Reply.Songs songs(Language language) {
        return new Reply.Songs(
                language,
                opening(language),
                List.of(
                        new SongLine(
                                KNOWN,
                                MOOD,
                                null,
                                "why one",
                                List.of(new Button("up", "U1"), new Button("down", "D1"))),
                        new SongLine(UNKNOWN, MOOD, "step 2", "why two", List.of(new Button("up", "U2")))),
                List.of(new Button("more", "M")));
    }

    static Reply.NothingClose nothingClose(Language language) {
        return new Reply.NothingClose(
                language, opening(language), List.of(new SongLine(UNKNOWN, MOOD, null, "why", List.of())), List.of());
    }

    static Reply.Question question(Language language) {
        return new Reply.Question(
                language,
                new Reading(language, Reading.Mode.LLM, null),
                "How are you?",
                List.of(new Button("happy", "A"), new Button("sad", "B")));
    }

    static Reply.Crisis crisis(Language language) {
        return new Reply.Crisis(language, List.of("You matter.", "Call:"), List.of("ES: 024", "US: 988"), "Later.");
    }

    private static Opening opening(Language language) {
        return new Opening(
                new Reading(language, Reading.Mode.EMBEDDED, FEELING),
                List.of("I hear: sadness", "About: break-up"),
                List.of("(a note)"),
                "Songs:");
    }
}
