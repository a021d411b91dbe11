package org.emotitune.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Theme;
import org.emotitune.emotion.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Adds up what the phrases of one message say, and makes a profile of it. */
final class Tally {
    /** Evidence below this is no emotion ("todo bien?"). */
    private static final double LEAST_EVIDENCE = 0.2;

    /** A word weaker than this share of the strongest is left out. */
    private static final double LEAST_SHARE = 0.25;

    private static final double LEAST_THEME = 0.3;
    private static final int MOST_THEMES = 3;

    /** Each further usual emotion of a theme counts for this share of the one before. */
    private static final double FADING = 0.75;

    /** How much the usual feelings of a situation count beside feelings that were named. */
    private static final double COLOUR = 0.4;

    /** Emotions that were named. */
    final Scores emotions = new Scores();

    /** What negations speak of. */
    final Scores turned = new Scores();

    /** Feelings that situations usually bring. */
    final Scores defaults = new Scores();

    final Scores themes = new Scores();

    private final Vocabulary vocabulary;

    Tally(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Named emotions first, coloured by what the situation usually brings; else what negations say; else what the
     * situation usually brings; else what its themes do.
     *
     * @return null if no emotion was heard
     */
    @Nullable
    Profile profile() {
        if (emotions.strongest() >= LEAST_EVIDENCE) {
            return profile(coloured());
        }
        for (Scores heard : List.of(turned, defaults, usual())) {
            if (heard.strongest() >= LEAST_EVIDENCE) {
                return profile(heard);
            }
        }
        return null;
    }

    private Profile profile(Scores heard) {
        return Profile.of(
                heard.strongestOnes(Profile.MOST_EMOTIONS, LEAST_SHARE * heard.strongest(), true),
                themes.strongestOnes(MOST_THEMES, LEAST_THEME, false));
    }

    /** A situation's usual feelings join the named ones if they point the same way: somebody may be glad of an exam. */
    private Scores coloured() {
        Scores coloured = new Scores();
        coloured.addAll(emotions);
        double named = pleasantness(emotions);
        double strength = emotions.strongest();
        defaults.scores.forEach((word, weight) -> {
            if (named * valence(word) > 0) {
                coloured.add(word, COLOUR * strength * weight);
            }
        });
        return coloured;
    }

    private double pleasantness(Scores heard) {
        return heard.scores.entrySet().stream()
                .mapToDouble(e -> e.getValue() * valence(e.getKey()))
                .sum();
    }

    private double valence(String word) {
        return vocabulary.emotion(word).map(Emotion::valence).orElse(0.0);
    }

    /** What people mostly feel in the situations that were told. */
    private Scores usual() {
        Scores usual = new Scores();
        themes.scores.forEach((name, weight) -> {
            double share = weight;
            for (String word : vocabulary.theme(name).map(Theme::usually).orElse(List.of())) {
                usual.add(word, share);
                share *= FADING;
            }
        });
        return usual;
    }

    /** Sums of evidence: two weights join as 1 − (1 − a)(1 − b), so that hearing it twice is more but never above 1. */
    static final class Scores {
        private final Map<String, Double> scores = new HashMap<>();

        void add(String word, double weight) {
            scores.merge(word, Math.min(weight, 0.99), (one, other) -> 1 - (1 - one) * (1 - other));
        }

        void addAll(Scores others) {
            others.scores.forEach(this::add);
        }

        double strongest() {
            return scores.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
        }

        Map<String, Double> strongestOnes(int most, double least, boolean toOne) {
            double scale = toOne ? strongest() : 1;
            return scores.entrySet().stream()
                    .filter(e -> e.getValue() >= least)
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(most)
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> rounded(e.getValue() / scale)));
        }

        private static double rounded(double weight) {
            return Math.round(weight * 100) / 100.0;
        }
    }
}
