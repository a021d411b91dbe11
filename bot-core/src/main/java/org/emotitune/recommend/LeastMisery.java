package org.emotitune.recommend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.song.SongId;

/**
 * Judges songs for several people by the person whom they fit least: "least misery" (O'Connor, Cosley, Konstan and Riedl
 * 2001, PolyLens; Masthoff 2011). By the mean instead, five happy people would give a party song to the one in tears; the decision
 * record on group mood tells more.
 *
 * <pre>score = min over people of the similarity; about equal ones by the mean over people</pre>
 *
 * So moods decide, not heads: whoever joins and feels as somebody else does changes the mean alone. The order of people
 * changes nothing. Immutable, thread-safe.
 */
final class LeastMisery {
    /** Nearest songs of each different feeling that are looked at. */
    static final int NEAR_EACH = 120;

    /**
     * The same for the blend of all. It finds songs of a high mean, which may lean far to one side; so many more are
     * looked at than are shown. All of the starter catalog; of 30,000 songs enough for two feelings to get what a look
     * at every song finds.
     */
    static final int NEAR_ALL = 600;

    private final MoodSpace space;
    private final Vocabulary vocabulary;

    LeastMisery(MoodSpace space, Vocabulary vocabulary) {
        this.space = space;
        this.vocabulary = vocabulary;
    }

    /**
     * Songs to choose from.
     *
     * @param songs each once; the similarity is the least of all people's
     * @param means the mean similarity of each, over people
     */
    record Found(List<Recommendation> songs, Map<SongId, Double> means) {
        Found {
            songs = List.copyOf(songs);
            means = Map.copyOf(means);
        }
    }

    /** How similar a song is to each person's feeling, lowest first. */
    private record Fit(List<Double> similarities) {
        double least() {
            return similarities.getFirst();
        }

        double mean() {
            return similarities.stream().mapToDouble(each -> each).average().orElseThrow();
        }
    }

    /**
     * @param people the feeling of each, at least one
     * @return no song that is out of place for anybody
     */
    Found find(List<Profile> people, PathFinder.Search search) {
        List<Profile> moods = people.stream()
                .distinct()
                .sorted(Comparator.comparing(Profile::toString)) // sums must not depend on who came first
                .toList();
        Map<Profile, float[]> queries = moods.stream().collect(Collectors.toMap(mood -> mood, space::queryVector));
        List<Recommendation> songs = new ArrayList<>();
        Map<SongId, Double> means = new HashMap<>();
        for (Recommendation candidate : candidates(moods, search)) {
            Fit fit = fit(candidate.profile(), people, queries);
            songs.add(Recommendation.of(candidate.song(), candidate.profile(), fit.least(), moods));
            means.put(candidate.song().id(), fit.mean());
        }
        return new Found(songs, means);
    }

    private Collection<Recommendation> candidates(List<Profile> moods, PathFinder.Search search) {
        return Stream.concat(
                        search.nearest(blend(moods), NEAR_ALL).stream(),
                        moods.stream().flatMap(mood -> search.nearest(mood, NEAR_EACH).stream()))
                .filter(song -> moods.stream().noneMatch(mood -> vocabulary.isOutOfPlace(song.profile(), mood)))
                .collect(Collectors.toMap(song -> song.song().id(), song -> song, (one, same) -> one))
                .values();
    }

    private Fit fit(Profile song, List<Profile> people, Map<Profile, float[]> queries) {
        float[] vector = space.songVector(song);
        Map<Profile, Double> similarities = new HashMap<>();
        queries.forEach(
                (mood, query) -> similarities.put(mood, space.similarity(mood, MoodSpace.cosine(query, vector))));
        return new Fit(people.stream()
                .map(person -> similarities.getOrDefault(person, -1.0))
                .sorted()
                .toList());
    }

    /**
     * What lies between several feelings, each as strong as the others. Not weighted by people: songs for the one who
     * feels otherwise are near the middle of the moods.
     */
    static Profile blend(List<Profile> moods) {
        return Profile.of(
                blend(moods.stream().map(Profile::emotions), Profile.MOST_EMOTIONS),
                blend(moods.stream().map(Profile::themes), Profile.MOST_THEMES));
    }

    /** The strongest of the words. */
    private static Map<String, Double> blend(Stream<List<WeightedWord>> words, int most) {
        Map<String, Double> sums = new HashMap<>();
        words.forEach(each -> {
            double length = Math.sqrt(each.stream()
                    .mapToDouble(word -> word.weight() * word.weight())
                    .sum());
            each.forEach(word -> sums.merge(word.word(), word.weight() / length, Double::sum));
        });
        double largest = sums.values().stream().mapToDouble(each -> each).max().orElse(1);
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue() / largest));
    }
}
