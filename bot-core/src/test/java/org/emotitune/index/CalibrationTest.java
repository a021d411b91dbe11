package org.emotitune.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotitune.testing.UnitVectors;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final int SEED = 7;

    @Test
    void withoutSongsNothingIsTooFar() {
        assertThat(Calibration.floor(List.of())).isEqualTo(-1);
    }

    @Test
    void aSongAloneHasNoFloor() {
        assertThat(Calibration.floor(List.of(UnitVectors.axis(0, 4)))).isEqualTo(-1);
    }

    @Test
    void aSongIsNeverComparedWithItself() {
        List<float[]> strangers = List.of(UnitVectors.axis(0, 4), UnitVectors.axis(1, 4));

        double floor = Calibration.floor(strangers);

        assertThat(floor).isZero();
    }

    @Test
    void theFloorIsTheQuantileOfAllPairs() {
        List<float[]> songs = UnitVectors.random(new Random(SEED), 8, 150);

        double floor = Calibration.floor(songs);

        assertThat(shareBelow(floor, songs)).isCloseTo(Calibration.QUANTILE, within(0.01));
    }

    @Test
    void theSameSongsGiveTheSameFloor() {
        List<float[]> songs = UnitVectors.random(new Random(SEED), 8, 150);

        double floor = Calibration.floor(songs);

        assertThat(Calibration.floor(songs)).isEqualTo(floor);
    }

    @Test
    void songsThatAreAllAlikeHaveAHighFloorThatTheyReach() {
        List<float[]> songs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            songs.add(UnitVectors.random(new Random(SEED), 8));
        }

        double floor = Calibration.floor(songs);

        assertThat(floor).isCloseTo(1, within(1e-6)).isLessThanOrEqualTo(1);
    }

    private static double shareBelow(double floor, List<float[]> songs) {
        int below = 0;
        int pairs = 0;
        for (int one = 0; one < songs.size(); one++) {
            for (int other = 0; other < one; other++) {
                below += UnitVectors.cosine(songs.get(one), songs.get(other)) < floor ? 1 : 0;
                pairs++;
            }
        }
        return (double) below / pairs;
    }
}
