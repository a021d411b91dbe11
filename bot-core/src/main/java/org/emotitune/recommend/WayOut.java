package org.emotitune.recommend;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;

/**
 * What leads out of a feeling depends on what it is: comfort and hope out of sorrow, courage out of fear, freedom out of
 * anger, play out of boredom.
 */
enum WayOut {
    OUT_OF_SORROW,
    OUT_OF_FEAR,
    OUT_OF_ANGER,
    OUT_OF_BOREDOM,
    /** Nothing much weighs on the person. */
    ONWARD;

    /** Share of a feeling's weight from which on a kind of unpleasantness decides. */
    private static final double DECISIVE = 1.0 / 3;

    private static final Set<String> LISTLESS = Set.of("boredom", "apathy", "indifference");

    /** The way out of what weighs most in a feeling. */
    static WayOut of(Profile feeling, Vocabulary vocabulary) {
        Map<WayOut, Double> weights = new EnumMap<>(WayOut.class);
        double all = 0;
        for (WeightedWord each : feeling.emotions()) {
            all += each.weight();
            weights.merge(of(vocabulary.emotion(each.word()).orElseThrow()), each.weight(), Double::sum);
        }
        double decisive = DECISIVE * all;
        return weights.entrySet().stream()
                .filter(each -> each.getKey() != ONWARD && each.getValue() >= decisive)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(ONWARD);
    }

    private static WayOut of(Emotion emotion) {
        if (LISTLESS.contains(emotion.word())) {
            return OUT_OF_BOREDOM;
        }
        return switch (emotion.group()) {
            case SADNESS, LONGING -> OUT_OF_SORROW;
            case FEAR -> OUT_OF_FEAR;
            case ANGER -> OUT_OF_ANGER;
            case JOY, LOVE, PEACE, STRENGTH -> ONWARD;
        };
    }

    /** Where it ends in the plane. */
    Mood goal(Aim aim) {
        if (aim == Aim.CALM) {
            return new Mood(0.5, -0.2);
        }
        return switch (this) {
            case OUT_OF_SORROW -> new Mood(0.55, 0.15);
            case OUT_OF_FEAR -> new Mood(0.55, 0.25);
            case OUT_OF_ANGER -> new Mood(0.6, 0.45);
            case OUT_OF_BOREDOM -> new Mood(0.65, 0.5);
            case ONWARD -> new Mood(0.65, 0.4);
        };
    }

    /** Emotions that songs on the way should have rather than others that lie as near. */
    List<String> emotions(Aim aim) {
        return aim == Aim.CALM ? calming() : lifting();
    }

    private List<String> lifting() {
        return switch (this) {
            case OUT_OF_SORROW ->
                List.of(
                        "comfort",
                        "hope",
                        "gratitude",
                        "compassion",
                        "resilience",
                        "acceptance",
                        "optimism",
                        "togetherness");
            case OUT_OF_FEAR ->
                List.of("courage", "confidence", "comfort", "hope", "trust", "determination", "optimism", "resilience");
            case OUT_OF_ANGER ->
                List.of("freedom", "empowerment", "relief", "independence", "courage", "confidence", "power", "pride");
            case OUT_OF_BOREDOM ->
                List.of(
                        "motivation",
                        "playfulness",
                        "curiosity",
                        "optimism",
                        "freedom",
                        "amusement",
                        "enthusiasm",
                        "inspiration");
            case ONWARD ->
                List.of(
                        "joy",
                        "happiness",
                        "optimism",
                        "enthusiasm",
                        "hope",
                        "inspiration",
                        "carefreeness",
                        "gratitude");
        };
    }

    private List<String> calming() {
        return switch (this) {
            case OUT_OF_SORROW ->
                List.of("comfort", "peace", "acceptance", "calm", "compassion", "tenderness", "hope", "contentment");
            case OUT_OF_FEAR ->
                List.of("security", "comfort", "calm", "trust", "peace", "relief", "relaxation", "acceptance");
            case OUT_OF_ANGER ->
                List.of(
                        "relief",
                        "acceptance",
                        "forgiveness",
                        "peace",
                        "calm",
                        "contemplation",
                        "freedom",
                        "relaxation");
            case OUT_OF_BOREDOM, ONWARD ->
                List.of(
                        "contentment",
                        "calm",
                        "peace",
                        "relaxation",
                        "gratitude",
                        "tenderness",
                        "carefreeness",
                        "dreaminess");
        };
    }
}
