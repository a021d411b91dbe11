package org.emotitune.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotitune.emotion.Profile;

/** Profiles of a few words, the first the strongest. */
public final class TestProfiles {
    private TestProfiles() {}

    public static Profile of(List<String> emotions, List<String> themes) {
        return Profile.of(falling(emotions), falling(themes));
    }

    public static Profile feeling(String... emotions) {
        return of(List.of(emotions), List.of());
    }

    private static Map<String, Double> falling(List<String> words) {
        Map<String, Double> weights = new LinkedHashMap<>();
        words.forEach(word -> weights.put(word, 1 - 0.1 * weights.size()));
        return weights;
    }
}
