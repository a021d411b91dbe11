package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final BackOff backOff = BackOff.usual(new Random(6));

    @Test
    void waitsGrowFromHalfASecondToHalfAMinuteAndNoFurther() {
        Duration upTo = Duration.ofMillis(500);
        for (int i = 0; i < 50; i++) {
            assertThat(backOff.next()).isBetween(upTo.dividedBy(2), upTo);
            upTo = upTo.multipliedBy(2).compareTo(LONGEST) < 0 ? upTo.multipliedBy(2) : LONGEST;
        }
    }

    @Test
    void afterASuccessTheyBeginAnew() {
        for (int i = 0; i < 20; i++) {
            assertThat(backOff.next()).isPositive();
        }

        backOff.reset();

        assertThat(backOff.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void programsDoNotComeBackAtTheSameMoment() {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            BackOff other = BackOff.usual(new Random(i));
            waits.add(other.next());
        }

        assertThat(waits).doesNotHaveDuplicates();
    }

    @Test
    void aBackOffThatShrinksIsRefused() {
        assertThatThrownBy(() -> new BackOff(LONGEST, Duration.ofSeconds(1), new Random(6)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
