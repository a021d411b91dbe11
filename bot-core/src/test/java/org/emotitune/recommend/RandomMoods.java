package org.emotitune.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.song.SongFacts;

/** Feelings and songs that nobody had or sang: words that lie near a random place of the plane, and random themes. */
final class RandomMoods {
    private static final int ARTISTS = 40;

    private final Vocabulary vocabulary;
    private final RandomGenerator random;

    RandomMoods(Vocabulary vocabulary, RandomGenerator random) {
        this.vocabulary = vocabulary;
        this.random = random;
    }

    List<CatalogEntry> catalog(int songs) {
        return IntStream.range(0, songs)
                .mapToObj(i -> new CatalogEntry(
                        new SongFacts(
                                null,
                                "Song " + i,
                                "Artist " + random.nextInt(ARTISTS),
                                null,
                                null,
                                null,
                                random.nextInt(4) == 0 ? null : random.nextInt(101)),
                        profile(random.nextInt(3, 9), random.nextInt(4))))
                .toList();
    }

    Profile feeling() {
        return profile(random.nextInt(1, 6), random.nextInt(3));
    }

    private Profile profile(int emotions, int themes) {
        Mood place = new Mood(random.nextDouble(-1, 1), random.nextDouble(-0.8, 1));
        List<String> near = vocabulary.emotions().stream()
                .sorted(Comparator.comparingDouble(emotion -> place(emotion).distance(place)))
                .limit(12)
                .map(Emotion::word)
                .toList();
        return Profile.of(some(near, emotions), some(vocabulary.themeNames(), themes));
    }

    private static Mood place(Emotion emotion) {
        return new Mood(emotion.valence(), emotion.arousal());
    }

    private Map<String, Double> some(List<String> words, int count) {
        List<String> left = new ArrayList<>(words);
        Map<String, Double> weights = new LinkedHashMap<>();
        while (weights.size() < count) {
            weights.put(left.remove(random.nextInt(left.size())), random.nextDouble(0.1, 1));
        }
        return weights;
    }
}
