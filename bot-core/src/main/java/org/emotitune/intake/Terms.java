package org.emotitune.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a song feels like and is about as a file says it: in any words, not yet of the vocabulary.
 *
 * @param emotions word to weight, (0, 1], in the order of the file; at least one
 * @param themes name to weight, (0, 1], in the order of the file
 */
public record Terms(Map<String, Double> emotions, Map<String, Double> themes) {
    public Terms {
        if (emotions.isEmpty()) {
            throw new IllegalArgumentException("no emotions are given");
        }
        emotions = Collections.unmodifiableMap(new LinkedHashMap<>(emotions));
        themes = Collections.unmodifiableMap(new LinkedHashMap<>(themes));
        requireWeights(emotions);
        requireWeights(themes);
    }

    private static void requireWeights(Map<String, Double> weights) {
        weights.forEach((word, weight) -> {
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException("weight of %s is not in (0, 1]: %s".formatted(word, weight));
            }
        });
    }
}
