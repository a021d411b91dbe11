package org.emotitune.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;

/** Emotions that somebody may have meant instead of those that were heard. Immutable, thread-safe. */
final class NearWords {
    static final int OFFERED = 6;

    /** Most of one group, so that not six words for the same thing are offered. */
    private static final int OF_ONE_GROUP = 2;

    /**
     * How much a step in the circumplex takes from the cosine: meanings alone call homesickness near to euphoria. Tried
     * out: at 0.15 the words of every emotion read well, with less the meanings mislead, with more they are lost.
     */
    private static final double MOOD_SHARE = 0.15;

    private final MoodSpace space;
    private final Vocabulary vocabulary;
    private final Map<Emotion, float[]> vectors = new LinkedHashMap<>();

    NearWords(MoodSpace space, Vocabulary vocabulary) {
        this.space = space;
        this.vocabulary = vocabulary;
        for (Emotion emotion : vocabulary.emotions()) {
            Profile alone = new Profile(List.of(new WeightedWord(emotion.word(), 1)), List.of());
            vectors.put(emotion, space.songVector(alone));
        }
    }

    /** @return {@link #OFFERED} emotions that are not in the profile, the one nearest to its emotions first */
    List<Emotion> near(Profile heard) {
        float[] query = space.queryVector(new Profile(heard.emotions(), List.of()));
        Mood mood = Mood.of(heard, vocabulary);
        Set<String> known = heard.emotions().stream().map(WeightedWord::word).collect(Collectors.toSet());
        Map<MoodGroup, Integer> taken = new EnumMap<>(MoodGroup.class);
        List<Emotion> near = new ArrayList<>();
        vectors.entrySet().stream()
                .filter(word -> !known.contains(word.getKey().word()))
                .sorted(Comparator.comparingDouble(
                        word -> MOOD_SHARE * mood.distance(place(word.getKey())) - dot(query, word.getValue())))
                .map(Map.Entry::getKey)
                .forEach(emotion -> {
                    if (near.size() < OFFERED && taken.merge(emotion.group(), 1, Integer::sum) <= OF_ONE_GROUP) {
                        near.add(emotion);
                    }
                });
        return near;
    }

    private static Mood place(Emotion emotion) {
        return new Mood(emotion.valence(), emotion.arousal());
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
