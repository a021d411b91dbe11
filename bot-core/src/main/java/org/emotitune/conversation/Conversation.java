package org.emotitune.conversation;

import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Reading;
import org.emotitune.recommend.Page;
import org.emotitune.recommend.Recommender;
import org.emotitune.recommend.Wish;
import org.emotitune.safety.SafetyGate;

/** Answers messages. Nothing of a message is kept or logged. Thread-safe. */
public final class Conversation {
    private final SafetyGate safety;
    private final EmotionExtractor extractor;
    private final Recommender recommender;

    public Conversation(SafetyGate safety, EmotionExtractor extractor, Recommender recommender) {
        this.safety = safety;
        this.extractor = extractor;
        this.recommender = recommender;
    }

    /**
     * The answer to a message of any length and content.
     *
     * @throws org.emotitune.index.StoreUnavailableException if the songs cannot be reached now
     */
    public Answer answer(String message, Wish wish) {
        return safety.danger(message).<Answer>map(Answer.Crisis::new).orElseGet(() -> heard(message, wish));
    }

    private Answer heard(String message, Wish wish) {
        Reading reading = extractor.read(message);
        return reading.profile()
                .map(feeling -> songs(reading, feeling, wish))
                .orElseGet(() -> new Answer.Unclear(reading));
    }

    private Answer songs(Reading reading, Profile feeling, Wish wish) {
        return switch (recommender.recommend(feeling, wish)) {
            case Page.Matches(var songs) -> new Answer.Songs(reading, songs);
            case Page.NothingClose(var nearest) -> new Answer.NothingClose(reading, nearest);
        };
    }
}
