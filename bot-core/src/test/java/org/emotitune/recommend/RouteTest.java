package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.emotitune.emotion.Mood;
import org.emotitune.recommend.Route.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
    private static final Mood GOAL = new Mood(0.6, 0.2);

    @ParameterizedTest
    @CsvSource(textBlock = """
            LIFT,  -0.8, -0.1, true,  grief
            LIFT,  0.39, -0.2, true,  something bittersweet
            LIFT,  0.4,  0.1,  false, hope
            LIFT,  0.9,  0.6,  false, joy
            CALM,  -0.6, 0.7,  true,  fear
            CALM,  0.8,  0.7,  true,  excitement may be calmed too
            CALM,  -0.8, -0.05, true, a heart broken
            CALM,  -0.8, -0.1, false, sunk in grief: nothing to calm
            CALM,  0.7,  0.05, false, affection
            CALM,  0.6,  -0.7, false, calm
            CALM,  -0.1, 0.2,  false, neither stirred nor in pain
            MATCH, -0.8, 0.5,  false, a match goes nowhere
            """)
    void anAimIsOfferedToThoseItCanDoSomethingFor(
            Aim aim, double valence, double arousal, boolean offered, String feeling) {
        assertThat(Route.leadsSomewhere(aim, new Mood(valence, arousal)))
                .as(feeling)
                .isEqualTo(offered);
    }

    @Test
    void thereIsNoRouteWhereAnAimLeadsNowhere() {
        Mood joy = new Mood(0.9, 0.6);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Route(Aim.LIFT, joy, GOAL))
                .withMessageContaining("LIFT leads nowhere");
    }

    @Test
    void theFirstSongIsHalfAStepAwayAndTheLastAtTheGoal() {
        List<Waypoint> waypoints = new Route(Aim.LIFT, new Mood(-0.8, 0.0), GOAL).waypoints(4);

        assertThat(waypoints).hasSize(4);
        assertThat(waypoints.getFirst().place().valence()).isCloseTo(-0.6, within(1e-9));
        assertThat(waypoints.get(1).place().valence()).isCloseTo(-0.2, within(1e-9));
        assertThat(waypoints.getLast().place().distance(GOAL)).isCloseTo(0, within(1e-9));
        assertThat(waypoints).filteredOn(Waypoint::isFirst).containsExactly(waypoints.getFirst());
        assertThat(waypoints).filteredOn(Waypoint::isGoal).containsExactly(waypoints.getLast());
    }

    @Test
    void aLiftOutOfAlarmComesDownEarly() {
        Waypoint second = new Route(Aim.LIFT, new Mood(-0.7, 0.7), new Mood(0.5, 0.2))
                .waypoints(4)
                .get(1);

        assertThat(second.share()).isLessThan(0.5);
        assertThat(second.place().arousal()).isLessThan(0.45);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            LIFT, -0.5, 0.0,  -0.1, 0.3,   true
            LIFT, -0.5, 0.0,  -0.5, 0.0,   true
            LIFT, -0.5, 0.0,  -0.51, 0.0,  false
            LIFT, -0.5, 0.0,  -0.1, 0.31,  false
            CALM, -0.5, 0.3,  -0.1, 0.0,   true
            CALM, -0.5, 0.3,  -0.2, 0.31,  false
            CALM, -0.5, 0.3,  -0.61, 0.2,  false
            CALM, -0.5, 0.3,  0.1, 0.2,    false
            """)
    void aStepIsShortAndGoesOn(
            Aim aim, double fromValence, double fromArousal, double toValence, double toArousal, boolean allowed) {
        Mood from = new Mood(fromValence, fromArousal);
        Route route = new Route(aim, new Mood(-0.6, 0.35), GOAL);

        assertThat(route.allowsStep(from, new Mood(toValence, toArousal))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            LIFT, -0.8, 0.3,  0.4, 0.2,    true
            LIFT, -0.8, 0.3,  0.39, 0.2,   false
            LIFT, 0.3, 0.3,   0.59, 0.2,   false
            LIFT, 0.3, 0.3,   0.61, 0.2,   true
            CALM, -0.8, 0.3,  0.2, -0.05,  true
            CALM, -0.8, 0.3,  0.2, -0.04,  false
            CALM, -0.8, 0.3,  0.19, -0.2,  false
            CALM, 0.35, 0.6,  0.3, -0.2,   false
            CALM, 0.9, 0.6,   0.4, -0.2,   true
            """)
    void theEndIsReallyThere(
            Aim aim, double startValence, double startArousal, double valence, double arousal, boolean arrived) {
        Route route = new Route(aim, new Mood(startValence, startArousal), GOAL);

        assertThat(route.arrivesAt(new Mood(valence, arousal))).isEqualTo(arrived);
    }
}
