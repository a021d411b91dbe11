package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.emotitune.telegram.Pace.Turn;
import org.emotitune.telegram.Telegram.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PaceTest {
    private static final Duration LITTLE = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void aTurnComesBackSomeTimeAfterTheEndOfTheCall() throws Exception {
        Pace pace = new Pace(new Limits(100, Duration.ofMillis(300), 100));
        Turn first = pace.turn(1, LITTLE).orElseThrow();
        assertThat(pace.turn(1, Duration.ofMillis(500))).isEmpty();

        long ended = first.take(System::nanoTime);

        assertThat(pace.turn(1, LITTLE)).isEmpty();
        assertThat(pace.turn(2, LITTLE)).isPresent();
        assertThat(pace.turn(1, LONG)).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - ended)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void groupsGetFewer() throws Exception {
        Pace pace = new Pace(new Limits(100, Duration.ZERO, 3));

        for (int i = 0; i < 3; i++) {
            assertThat(taken(pace.turn(-5, LONG))).isTrue();
            assertThat(taken(pace.turn(5, LONG))).isTrue();
        }

        assertThat(pace.turn(-5, LITTLE)).isEmpty();
        assertThat(pace.turn(-6, LITTLE)).isPresent();
        assertThat(pace.turn(5, LITTLE)).isPresent();
    }

    @Test
    void thereIsALimitForAllTogether() throws Exception {
        Pace pace = new Pace(new Limits(3, Duration.ZERO, 100));
        for (int chat = 1; chat <= 3; chat++) {
            assertThat(taken(pace.turn(chat, LITTLE))).isTrue();
        }
        assertThat(pace.turn(4, LITTLE)).isEmpty();

        // A call that has not got its turn holds nothing of what it had entered.
        assertThat(pace.turn(4, LONG)).isPresent();
    }

    @Test
    void aRefusalHoldsItsChatUpAndManyHoldUpAll() throws Exception {
        Pace pace = new Pace(new Limits(100, Duration.ZERO, 100));
        Duration pause = Duration.ofMillis(700);

        pace.refused(1, pause);
        pace.refused(2, pause);
        assertThat(pace.turn(1, LITTLE)).isEmpty();
        assertThat(taken(pace.turn(3, LITTLE))).isTrue();
        pace.refused(3, pause);

        assertThat(pace.turn(4, LITTLE)).isEmpty();
        assertThat(taken(pace.turn(4, LONG))).isTrue();
        assertThat(taken(pace.turn(1, LONG))).isTrue();
    }

    private static boolean taken(Optional<Turn> turn) {
        return turn.isPresent() && turn.get().take(() -> true);
    }
}
