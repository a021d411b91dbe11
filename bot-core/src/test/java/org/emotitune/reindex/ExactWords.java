package org.emotitune.reindex;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;

/** Knows words that are spelled as in the vocabulary, and no others. */
final class ExactWords implements ControlledVocabulary {
    private final Vocabulary vocabulary;

    ExactWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public String version() {
        return "exact";
    }

    @Override
    public Controlled controlled(Map<String, Double> emotions, Map<String, Double> themes) {
        Map<String, Double> known = new TreeMap<>(emotions);
        known.keySet().retainAll(vocabulary.emotionWords());
        return new Controlled(
                known.isEmpty() ? Optional.empty() : Optional.of(Profile.of(known, themes)),
                emotions.keySet().stream()
                        .filter(word -> !known.containsKey(word))
                        .map(word -> new Stray(word, Optional.empty()))
                        .toList(),
                List.of());
    }
}
