package org.emotitune.benchmark;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.WeightedWord;

/**
 * Profiles in the shape of real ones: eight emotions, one to four themes, each a mixture of two songs of the starter
 * catalog with some noise. So they have neighbourhoods, as songs do; vectors drawn at random have none, and a search in
 * them says little. The same seed gives the same profiles.
 */
final class SyntheticSongs {
    private static final double NOISE = 0.3;
    private static final double LEAST_WEIGHT = 0.05;

    private final List<Profile> starter;
    private final SplittableRandom random;

    SyntheticSongs(List<Profile> starter, long seed) {
        this.starter = List.copyOf(starter);
        this.random = new SplittableRandom(seed);
    }

    Profile next() {
        Profile one = any();
        Profile other = any();
        double share = random.nextDouble(0.5, 1);
        return Profile.of(
                strongest(mixed(one.emotions(), other.emotions(), share), Profile.MOST_EMOTIONS),
                strongest(mixed(one.themes(), other.themes(), share), random.nextInt(1, Profile.MOST_THEMES + 1)));
    }

    /** What a message about the mood of a song would say: one to three of its emotions, at most one of its themes. */
    Profile message() {
        Profile song = next();
        return new Profile(
                song.emotions().subList(0, random.nextInt(1, 4)),
                song.themes().subList(0, random.nextInt(0, 2)));
    }

    private Profile any() {
        return starter.get(random.nextInt(starter.size()));
    }

    private Map<String, Double> mixed(List<WeightedWord> one, List<WeightedWord> other, double share) {
        Map<String, Double> mixed = new HashMap<>();
        one.forEach(word -> mixed.merge(word.word(), share * noisy(word.weight()), Double::sum));
        other.forEach(word -> mixed.merge(word.word(), (1 - share) * noisy(word.weight()), Double::sum));
        return mixed;
    }

    private double noisy(double weight) {
        return weight * random.nextDouble(1 - NOISE, 1 + NOISE);
    }

    private static Map<String, Double> strongest(Map<String, Double> weights, int most) {
        double scale = weights.values().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("a song of the starter catalog has no words"));
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .collect(Collectors.toMap(Map.Entry::getKey, e -> rounded(e.getValue() / scale)));
    }

    private static double rounded(double weight) {
        return Math.max(LEAST_WEIGHT, Math.round(weight * 100) / 100.0);
    }
}
