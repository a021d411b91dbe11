package org.emotitune.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotitune.emotion.Mood;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.recommend.MoodPath.Step;
import org.emotitune.recommend.Route.Waypoint;
import org.emotitune.recommend.Trail.Candidate;

/** The search for the best songs on one route, for one person. Used once, by one thread. */
final class PathSearch {
    /** Trails kept to each song: more than one, since the best may have used up an artist who is wanted later. */
    private static final int KEPT = 5;

    /** What it costs, in cosine similarity, to lie {@link PathFinder#LONGEST_STEP} away from the place. */
    private static final double AWAY = 0.6;

    /** Distance from a place that costs nothing. */
    private static final double NEAR_ENOUGH = 0.1;

    /** The same at the goal, which is a region rather than a place. */
    private static final double NEAR_THE_GOAL = 0.2;

    /** What it costs, in cosine similarity, to be all about a sorrow or a love that is not the person's. */
    private static final double STRANGE = 0.5;

    private final Route route;
    private final Vocabulary vocabulary;
    private final PathFinder.Search search;
    private final int candidates;
    private final Concern concern;
    private final Tact tact;
    private final Signpost signpost;
    private final Map<Integer, List<List<Candidate>>> layers = new HashMap<>();

    /** @param candidates songs looked at for each place */
    PathSearch(Route route, Profile feeling, Vocabulary vocabulary, PathFinder.Search search, int candidates) {
        this.route = route;
        this.vocabulary = vocabulary;
        this.search = search;
        this.candidates = candidates;
        this.concern = new Concern(feeling, vocabulary);
        this.tact = new Tact(feeling, concern, vocabulary);
        this.signpost = new Signpost(feeling, route.aim(), concern, tact, vocabulary);
    }

    /**
     * The trail of so many songs with the highest sum of scores, by dynamic programming from place to place.
     *
     * @param artistsOnce whether no artist may come twice
     */
    Optional<Trail> best(int songs, boolean artistsOnce) {
        List<Trail> trails = List.of(Trail.NONE);
        for (List<Candidate> layer : layers.computeIfAbsent(songs, this::layers)) {
            List<Trail> before = trails;
            trails = layer.stream()
                    .flatMap(candidate -> extended(before, candidate, artistsOnce))
                    .sorted(Trail.BEST_FIRST)
                    .toList();
        }
        return trails.stream().findFirst();
    }

    /** What is best before a song is best with it, so the first trails that fit are the best ones. */
    private Stream<Trail> extended(List<Trail> bestFirst, Candidate candidate, boolean artistsOnce) {
        return bestFirst.stream()
                .filter(trail -> fits(trail, candidate, artistsOnce))
                .limit(KEPT)
                .map(trail -> trail.with(candidate));
    }

    private boolean fits(Trail trail, Candidate candidate, boolean artistsOnce) {
        return route.allowsStep(trail.end(route.start()), candidate.step().mood())
                && !trail.has(candidate)
                && !(artistsOnce && trail.hasArtistOf(candidate));
    }

    private List<List<Candidate>> layers(int songs) {
        return route.waypoints(songs).stream().map(this::candidates).toList();
    }

    private List<Candidate> candidates(Waypoint waypoint) {
        return search.nearest(signpost.at(waypoint), candidates).stream()
                .map(song -> new Step(song, Mood.of(song.profile(), vocabulary)))
                .filter(step -> mayStandAt(waypoint, step))
                .map(step -> Candidate.of(step, score(step, waypoint)))
                .toList();
    }

    private boolean mayStandAt(Waypoint waypoint, Step step) {
        Profile song = step.song().profile();
        if (waypoint.isGoal()) {
            return route.arrivesAt(step.mood()) && tact.allowsLast(song);
        }
        return waypoint.isFirst() ? tact.allows(song) : tact.allowsLater(song);
    }

    /** Similarity to what is searched for, less what distance from the place and strange matters cost; in hundredths. */
    private long score(Step step, Waypoint waypoint) {
        double near = waypoint.isGoal() ? NEAR_THE_GOAL : NEAR_ENOUGH;
        double away = Math.max(0, step.mood().distance(waypoint.place()) - near);
        double strange = concern.strangeness(step.song().profile(), waypoint.share());
        return Math.round(100 * (step.song().similarity() - AWAY * away / PathFinder.LONGEST_STEP - STRANGE * strange));
    }
}
