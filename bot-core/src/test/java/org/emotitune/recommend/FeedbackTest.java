package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.emotitune.person.Votes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formula of {@link Feedback}, by hand and over all that can be voted. */
class FeedbackTest {
    private static final int MANY = 1_000;
    private static final double LARGEST = Feedback.LARGEST_SHIFT;

    @ParameterizedTest
    @CsvSource({
        // 0.05 · (up - down) / (up + down + 5)
        "false, 3, 0, 0.01875",
        "false, 0, 3, -0.01875",
        "false, 10, 5, 0.0125",
        "false, 4, 4, 0",
        "false, 95, 0, 0.0475",
        "true, 0, 0, 0.05",
        "true, 0, 3, 0.03125",
        "true, 1, 0, 0.05",
        "true, 500, 0, 0.05"
    })
    void theShiftIsTheSmoothedMeanOfTheVotes(boolean liked, int up, int down, double shift) {
        assertThat(Feedback.shift(liked, new Votes(up, down))).isCloseTo(shift, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "0, 1", "2, 0", "1, 1", "0, 2"})
    void fewerThanThreePeopleMoveNothing(int up, int down) {
        assertThat(Feedback.shift(false, new Votes(up, down))).isZero();
        assertThat(Feedback.shift(true, new Votes(up, down))).isEqualTo(LARGEST);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noVotesMoveASongFurtherThanTheLargestShift(boolean liked) {
        int beyond = 0;
        for (int up = 0; up <= MANY; up++) {
            for (int down = 0; down <= MANY; down++) {
                double shift = Feedback.shift(liked, new Votes(up, down));
                beyond += shift >= -LARGEST && shift <= LARGEST ? 0 : 1;
            }
        }
        assertThat(beyond).isZero();
        assertThat(Feedback.shift(liked, new Votes(Integer.MAX_VALUE, 0))).isBetween(0.0, LARGEST);
        assertThat(Feedback.shift(liked, new Votes(0, Integer.MAX_VALUE))).isBetween(-LARGEST, LARGEST);
        assertThat(Feedback.shift(false, new Votes(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fromThreePeopleOnAThumbUpNeverLowersAndAThumbDownNeverRaises(boolean liked) {
        int wrong = 0;
        for (int up = 0; up <= MANY; up++) {
            for (int down = Math.max(0, Feedback.FEWEST_PEOPLE - up); down <= MANY; down++) {
                double shift = Feedback.shift(liked, new Votes(up, down));
                wrong += Feedback.shift(liked, new Votes(up + 1, down)) >= shift ? 0 : 1;
                wrong += Feedback.shift(liked, new Votes(up, down + 1)) <= shift ? 0 : 1;
            }
        }
        assertThat(wrong).isZero();
    }

    @Test
    void aSongThatSomebodyLikesIsNeverLoweredForThem() {
        assertThat(Feedback.shift(true, new Votes(0, Integer.MAX_VALUE))).isNotNegative();
    }

    @Test
    void thirtyThumbsSayMoreThanThree() {
        assertThat(Feedback.shift(false, new Votes(30, 0))).isGreaterThan(Feedback.shift(false, new Votes(3, 0)));
    }

    @Test
    void overtakingNeverReachesAcrossTheBandInWhichSongsAreEquallyNear() {
        assertThat(2 * LARGEST).isLessThan(Ranking.NEAR_BEST_BAND / 3);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1", "-2147483648, 5"})
    void votesAreCounted(int up, int down) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Votes(up, down));
    }
}
