package org.emotitune.recommend;

import java.util.List;
import java.util.stream.IntStream;
import org.emotitune.emotion.Mood;

/**
 * The way through valence × arousal from a mood to where an aim leads, and the rules of its steps.
 *
 * @param aim {@link Aim#LIFT} or {@link Aim#CALM}; a match goes nowhere
 * @param start the person's mood, where the aim leads somewhere
 * @param goal the place that the last song should be near
 */
record Route(Aim aim, Mood start, Mood goal) {
    /** A valence from which on there is nothing to lift, and below which no lift ends. */
    static final double PLEASANT = 0.4;

    /** What a lift adds to the valence at least. */
    static final double LEAST_LIFT = 0.3;

    /** The highest arousal that is calm: where calming ends. Few songs lie much lower. */
    static final double CALM = -0.05;

    /** What calming takes from the arousal at least, except from people in pain. */
    static final double LEAST_CALMING = 0.3;

    /** The lowest valence that calming ends at. */
    static final double NOT_UNPLEASANT = 0.2;

    /** A valence below which somebody is in pain, who can be comforted even if there is little arousal to take away. */
    static final double PAIN = -0.1;

    /** An arousal below which there is none to take away. */
    static final double SUNK = -0.1;

    Route {
        if (!leadsSomewhere(aim, start)) {
            throw new IllegalArgumentException("%s leads nowhere from %s".formatted(aim, start));
        }
    }

    static boolean leadsSomewhere(Aim aim, Mood start) {
        return switch (aim) {
            case MATCH -> false;
            case LIFT -> start.valence() < PLEASANT;
            case CALM -> start.arousal() >= CALM + LEAST_CALMING || (start.valence() < PAIN && start.arousal() > SUNK);
        };
    }

    /** Where the songs should be: equal steps, but the first half as long, since it meets people where they are. */
    List<Waypoint> waypoints(int songs) {
        return IntStream.rangeClosed(1, songs)
                .mapToObj(number -> {
                    double share = (number - 0.5) / (songs - 0.5);
                    return new Waypoint(number, share, place(share));
                })
                .toList();
    }

    /** How long a step is on the straight way in so many songs. */
    double stride(int songs) {
        return start.distance(goal) / (songs - 0.5);
    }

    /** Where a lift has to come down, it does so early: valence is hardly lifted in alarm. */
    private Mood place(double share) {
        boolean early = aim == Aim.LIFT && start.arousal() > goal.arousal();
        return new Mood(
                start.valence() + share * (goal.valence() - start.valence()),
                start.arousal() + (early ? Math.sqrt(share) : share) * (goal.arousal() - start.arousal()));
    }

    /** Whether a song may follow another, or the first one the person's own mood. */
    boolean allowsStep(Mood from, Mood to) {
        boolean onward = switch (aim) {
            case MATCH -> false;
            case LIFT -> to.valence() >= from.valence();
            case CALM -> to.arousal() <= from.arousal() && to.valence() >= Math.min(start.valence(), NOT_UNPLEASANT);
        };
        return onward && from.distance(to) <= PathFinder.LONGEST_STEP;
    }

    /** Whether the last song may lie here. */
    boolean arrivesAt(Mood last) {
        return switch (aim) {
            case MATCH -> false;
            case LIFT -> last.valence() >= Math.max(PLEASANT, start.valence() + LEAST_LIFT);
            case CALM ->
                last.arousal() <= CALM && last.valence() >= Math.clamp(start.valence(), NOT_UNPLEASANT, PLEASANT);
        };
    }

    /**
     * A place on the way.
     *
     * @param number of the song, from 1
     * @param share of the way that lies behind, above 0, up to 1 at the goal
     */
    record Waypoint(int number, double share, Mood place) {
        boolean isFirst() {
            return number == 1;
        }

        boolean isGoal() {
            return share == 1;
        }
    }
}
