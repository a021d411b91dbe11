package org.emotitune.emotion;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last step of every extraction: any words become words of the vocabulary, each by itself, so in any order. */
public interface ControlledVocabulary {

    /**
     * What became of a term that is not itself a word of the vocabulary.
     *
     * @param match empty where it was left out
     */
    record Stray(String term, Optional<VocabularyMatcher.Match> match) {}

    /**
     * @param profile empty where no emotion is left
     * @param emotionStrays in the order of the terms
     * @param themeStrays names of themes that are not in the vocabulary, in order
     */
    record Controlled(Optional<Profile> profile, List<Stray> emotionStrays, List<Stray> themeStrays) {
        public Controlled {
            emotionStrays = List.copyOf(emotionStrays);
            themeStrays = List.copyOf(themeStrays);
        }
    }

    /** Digest of all that the result depends on beside the terms. */
    String version();

    /**
     * @param emotions term to weight, (0, 1]; where two become one word the greater weight counts; the strongest eight
     *     stay
     * @param themes name to weight, (0, 1]; the strongest four stay
     */
    Controlled controlled(Map<String, Double> emotions, Map<String, Double> themes);
}
