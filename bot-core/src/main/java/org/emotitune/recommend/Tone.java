package org.emotitune.recommend;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;

/** How much of what there is in a song or a feeling. */
record Tone(Profile profile, Vocabulary vocabulary) {

    /** Whether a group is one that nobody is to be left in. */
    static boolean isPain(MoodGroup group) {
        return switch (group) {
            case SADNESS, FEAR, ANGER -> true;
            case JOY, LOVE, PEACE, STRENGTH, LONGING -> false;
        };
    }

    /** The group of the strongest emotion. */
    MoodGroup leading() {
        return emotion(profile.emotions().getFirst()).group();
    }

    /** Share of each group in the emotions' weight, 0 to 1. */
    Map<MoodGroup, Double> groups() {
        Map<MoodGroup, Double> shares = new EnumMap<>(MoodGroup.class);
        for (WeightedWord each : profile.emotions()) {
            shares.merge(emotion(each).group(), each.weight() / all(), Double::sum);
        }
        return shares;
    }

    /** Share of such emotions in the emotions' weight, 0 to 1. */
    double share(Predicate<Emotion> such) {
        return profile.emotions().stream()
                        .filter(each -> such.test(emotion(each)))
                        .mapToDouble(WeightedWord::weight)
                        .sum()
                / all();
    }

    /** The strongest weight of such themes, 0 where there is none. */
    double about(Predicate<String> such) {
        return profile.themes().stream()
                .filter(each -> such.test(each.word()))
                .mapToDouble(WeightedWord::weight)
                .max()
                .orElse(0);
    }

    private double all() {
        return profile.emotions().stream().mapToDouble(WeightedWord::weight).sum();
    }

    private Emotion emotion(WeightedWord word) {
        return vocabulary.emotion(word.word()).orElseThrow();
    }
}
