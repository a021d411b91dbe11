package org.emotitune.recommend;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;

/**
 * Finds three to five songs that lead from a mood to a better or calmer one, through valence × arousal (Russell's
 * circumplex, 1980), by the iso principle of music therapy (Altshuler 1948): begin where the person is, go on in small
 * steps. It promises no therapy. The decision record on lifting and calming tells where the figures come from.
 * Immutable, thread-safe.
 */
public final class PathFinder {
    /**
     * The longest distance in the plane of valence and arousal, [-1, 1] each, between the person's mood and the first
     * song, and between songs that follow each other. From the furthest word of the vocabulary, panic, the nearest song
     * of the starter catalog is 0.46 away.
     */
    public static final double LONGEST_STEP = 0.5;

    static final int FEWEST_SONGS = 3;
    static final int MOST_SONGS = 5;

    /** Length of the steps above which another song is taken: shorter than allowed, as songs lie off the straight way. */
    private static final double LONGEST_STRIDE = 0.4;

    /** Songs looked at for each place. */
    private static final int CANDIDATES = 120;

    /** The same where those make no path: what is most similar may lie all in one place. */
    private static final int MORE_CANDIDATES = 600;

    /** Searches the songs for a profile. */
    @FunctionalInterface
    public interface Search {
        /**
         * @param k how many at the most
         * @return the nearest songs, nearest first, with their similarity to the query; none that must not be given
         */
        List<Recommendation> nearest(Profile query, int k);
    }

    private final Vocabulary vocabulary;

    public PathFinder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Whether there is anything to lift or to calm, so that it is worth offering. A match leads nowhere. */
    public boolean leadsSomewhere(Profile feeling, Aim aim) {
        return Route.leadsSomewhere(aim, Mood.of(feeling, vocabulary));
    }

    /**
     * The best path: of as many songs as its length needs, or else of more, or else of fewer; of different artists if
     * there is one.
     *
     * @return empty where the aim leads nowhere, or where no songs make a path
     */
    public Optional<MoodPath> find(Profile feeling, Aim aim, Search search) {
        if (!leadsSomewhere(feeling, aim)) {
            return Optional.empty();
        }
        Mood start = Mood.of(feeling, vocabulary);
        Route route = new Route(aim, start, WayOut.of(feeling, vocabulary).goal(aim));
        return Stream.of(CANDIDATES, MORE_CANDIDATES)
                .map(candidates -> new PathSearch(route, feeling, vocabulary, search, candidates))
                .flatMap(paths -> trails(paths, lengths(route).boxed().toList()))
                .findFirst()
                .map(trail -> new MoodPath(start, trail.steps(), false));
    }

    private static Stream<Trail> trails(PathSearch paths, List<Integer> lengths) {
        return Stream.of(true, false)
                .flatMap(artistsOnce -> lengths.stream().map(songs -> paths.best(songs, artistsOnce)))
                .flatMap(Optional::stream);
    }

    /** Numbers of songs, the wanted one first. */
    private static IntStream lengths(Route route) {
        int wanted = IntStream.range(FEWEST_SONGS, MOST_SONGS)
                .filter(songs -> route.stride(songs) <= LONGEST_STRIDE)
                .findFirst()
                .orElse(MOST_SONGS);
        IntStream fewer = IntStream.range(FEWEST_SONGS, wanted).map(songs -> FEWEST_SONGS + wanted - 1 - songs);
        return IntStream.concat(IntStream.rangeClosed(wanted, MOST_SONGS), fewer);
    }
}
