package org.emotitune.embedded;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.LyricsExtractor.Heard;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Theme;
import org.emotitune.emotion.UnreadableSongException;
import org.emotitune.emotion.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what the lines of a lyric say. Evidence is summed without limit and damped at the end, log(1 + sum): in a text of
 * hundreds of words nearly everything is said once, and what counts is what is said most.
 */
final class LyricTally {
    /** Less evidence than one weak word is no emotion. */
    private static final double LEAST_EVIDENCE = 0.25;

    /** An emotion weaker than this share of the strongest is left out. */
    private static final double LEAST_SHARE = 0.12;

    /** Evidence for a theme: two lines that speak of it, or one that is sung again and again, or the title. */
    private static final double LEAST_THEME = 1.05;

    private static final double LEAST_THEME_SHARE = 0.45;

    /** How much the usual feelings of a situation count beside feelings that were named. */
    private static final double COLOUR = 0.5;

    /** With fewer emotions than this, the usual ones of the themes are heard too. */
    private static final int FEW_EMOTIONS = 5;

    /** Each further usual emotion of a theme counts for this share of the one before. */
    private static final double FADING = 0.75;

    /** How much an emotion gains or loses by pointing where the whole song does: happy words in a sad song are memories. */
    private static final double AGREEMENT = 0.5;

    /** Songs of every mood speak of these all the time without being about them. */
    private static final Map<String, Double> COMMON =
            Map.of("love", 0.6, "desire", 0.8, "happiness", 0.75, "affection", 0.8, "amusement", 0.7);

    private static final Comparator<Map.Entry<String, Double>> STRONGEST_FIRST =
            Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final Vocabulary vocabulary;
    private final Map<String, Double> emotions = new HashMap<>();
    private final Map<String, Double> defaults = new HashMap<>();
    private final Map<String, Double> themes = new HashMap<>();

    LyricTally(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void emotion(String word, double evidence) {
        emotions.merge(word, evidence, Double::sum);
    }

    /** An emotion that a situation usually brings: counts if the song points the same way. */
    void usual(String word, double evidence) {
        defaults.merge(word, evidence, Double::sum);
    }

    void theme(String name, double evidence) {
        themes.merge(name, evidence, Double::sum);
    }

    /**
     * @param language of the song, null if it is not one alone
     * @throws UnreadableSongException if no emotion was heard
     */
    Heard heard(@Nullable String language) {
        Map<String, Double> strongestThemes = strongestThemes();
        addUsual(defaults, COLOUR);
        if (count(emotions) < FEW_EMOTIONS) {
            addUsual(usualOf(strongestThemes), COLOUR);
        }
        double pleasantness = pleasantness(emotions);
        Map<String, Double> scores = new HashMap<>();
        emotions.forEach((word, evidence) -> {
            if (evidence >= LEAST_EVIDENCE) {
                double agreement = 1 + AGREEMENT * pleasantness * valence(word);
                scores.put(word, Math.log1p(evidence) * COMMON.getOrDefault(word, 1.0) * agreement);
            }
        });
        if (scores.isEmpty()) {
            throw new UnreadableSongException("no emotion of the vocabulary is heard in it");
        }
        return new Heard(
                LexiconLyricsExtractor.SOURCE,
                language,
                strongest(scores, Profile.MOST_EMOTIONS, LEAST_SHARE),
                strongestThemes,
                null);
    }

    private void addUsual(Map<String, Double> usual, double share) {
        double pleasantness = pleasantness(emotions);
        usual.forEach((word, evidence) -> {
            if (emotions.isEmpty() || pleasantness * valence(word) >= 0) {
                emotion(word, share * evidence);
            }
        });
    }

    private Map<String, Double> usualOf(Map<String, Double> strongestThemes) {
        Map<String, Double> usual = new HashMap<>();
        strongestThemes.forEach((name, weight) -> {
            double share = weight;
            for (String word : vocabulary.theme(name).map(Theme::usually).orElse(List.of())) {
                usual.merge(word, share, Double::sum);
                share *= FADING;
            }
        });
        return usual;
    }

    private Map<String, Double> strongestThemes() {
        Map<String, Double> scores = new HashMap<>();
        themes.forEach((name, evidence) -> {
            if (evidence >= LEAST_THEME) {
                scores.put(name, Math.log1p(evidence));
            }
        });
        return strongest(scores, Profile.MOST_THEMES, LEAST_THEME_SHARE);
    }

    private static long count(Map<String, Double> evidence) {
        return evidence.values().stream().filter(each -> each >= LEAST_EVIDENCE).count();
    }

    /** @return the mean valence of all that was heard, -1 to 1 */
    private double pleasantness(Map<String, Double> evidence) {
        double sum = 0;
        double all = 0;
        for (Map.Entry<String, Double> each : evidence.entrySet()) {
            sum += each.getValue() * valence(each.getKey());
            all += each.getValue();
        }
        return all == 0 ? 0 : sum / all;
    }

    private double valence(String word) {
        return vocabulary.emotion(word).map(Emotion::valence).orElse(0.0);
    }

    /** @return weights relative to the strongest, two decimals */
    private static Map<String, Double> strongest(Map<String, Double> scores, int most, double leastShare) {
        double strongest =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return scores.entrySet().stream()
                .filter(each -> each.getValue() >= leastShare * strongest)
                .sorted(STRONGEST_FIRST)
                .limit(most)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> Math.round(100 * each.getValue() / strongest) / 100.0));
    }
}
