package org.emotitune.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;

/** How many songs of a catalog there are for each emotion, theme, quadrant and decade. */
record Coverage(List<CatalogEntry> songs, Vocabulary vocabulary) {

    /** Songs for every emotion of the vocabulary, also for those that have none. */
    Map<String, Long> emotions() {
        return counted(vocabulary.emotionWords(), Profile::emotions);
    }

    /** Songs for every theme of the vocabulary, also for those that have none. */
    Map<String, Long> themes() {
        return counted(vocabulary.themeNames(), Profile::themes);
    }

    /** Songs by the signs of the weighted means of their words' valence and arousal. */
    Map<String, Long> quadrants() {
        return grouped(songs.stream().map(song -> quadrant(song.profile())));
    }

    Map<String, Long> decades() {
        return grouped(songs.stream()
                .map(song -> song.song().year())
                .filter(Objects::nonNull)
                .map(year -> year / 10 * 10 + "s"));
    }

    long sungIn(String language) {
        return songs.stream()
                .filter(song -> language.equals(song.song().language()))
                .count();
    }

    private Map<String, Long> counted(List<String> names, Function<Profile, List<WeightedWord>> words) {
        Map<String, Long> counts = grouped(songs.stream()
                .flatMap(song -> words.apply(song.profile()).stream())
                .map(WeightedWord::word));
        names.forEach(name -> counts.putIfAbsent(name, 0L));
        return counts;
    }

    private static Map<String, Long> grouped(Stream<String> names) {
        return names.collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    private String quadrant(Profile profile) {
        String valence = sum(profile, Emotion::valence) >= 0 ? "pleasant" : "unpleasant";
        String arousal = sum(profile, Emotion::arousal) >= 0 ? "active" : "quiet";
        return valence + " and " + arousal;
    }

    /** Has the sign of the weighted mean. */
    private double sum(Profile profile, Function<Emotion, Double> value) {
        return profile.emotions().stream()
                .mapToDouble(word -> word.weight()
                        * value.apply(vocabulary.emotion(word.word()).orElseThrow()))
                .sum();
    }
}
