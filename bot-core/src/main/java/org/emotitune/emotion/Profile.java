package org.emotitune.emotion;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a song or a message feels like and what it is about.
 *
 * @param emotions one to eight, strongest first, each word once
 * @param themes none to four, strongest first, each once
 */
public record Profile(List<WeightedWord> emotions, List<WeightedWord> themes) {
    public static final int MOST_EMOTIONS = 8;
    public static final int MOST_THEMES = 4;

    private static final Comparator<WeightedWord> STRONGEST_FIRST =
            Comparator.comparingDouble(WeightedWord::weight).reversed();

    public Profile {
        emotions = checked("emotions", emotions, 1, MOST_EMOTIONS);
        themes = checked("themes", themes, 0, MOST_THEMES);
    }

    /**
     * A profile from weights in any order.
     *
     * @param emotions word to weight
     * @param themes name to weight
     */
    public static Profile of(Map<String, Double> emotions, Map<String, Double> themes) {
        return new Profile(weighted(emotions), weighted(themes));
    }

    private static List<WeightedWord> weighted(Map<String, Double> weights) {
        return weights.entrySet().stream()
                .map(e -> new WeightedWord(e.getKey(), e.getValue()))
                .sorted(STRONGEST_FIRST.thenComparing(WeightedWord::word))
                .toList();
    }

    private static List<WeightedWord> checked(String what, List<WeightedWord> words, int fewest, int most) {
        if (words.size() < fewest || words.size() > most) {
            throw new IllegalArgumentException(
                    "%d %s given, %d to %d are allowed".formatted(words.size(), what, fewest, most));
        }
        long distinct = words.stream().map(WeightedWord::word).distinct().count();
        if (distinct != words.size()) {
            throw new IllegalArgumentException("a word stands twice among the %s: %s".formatted(what, words));
        }
        return words.stream().sorted(STRONGEST_FIRST).toList();
    }
}
