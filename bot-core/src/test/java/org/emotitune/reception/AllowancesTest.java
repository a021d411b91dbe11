package org.emotitune.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.testing.SettableClock;
import org.junit.jupiter.api.Test;

class AllowancesTest {
    private static final int MOST = 100;
    private static final IncomingMessage MESSAGE = Incoming.text("ana", "hola");
    private static final IncomingMessage TAP = Incoming.tap("ana", "more");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Allowances allowances = new Allowances(FairUse.DEFAULT, clock, MOST);

    @Test
    void twentyMessagesInARowAndThenOneEveryFifteenSeconds() {
        assertThat(taken(MESSAGE, 20)).isEqualTo(20);
        assertThat(allowances.take(MESSAGE)).contains(Duration.ofSeconds(15));

        clock.advance(Duration.ofSeconds(15));

        assertThat(allowances.take(MESSAGE)).isEmpty();
        assertThat(allowances.take(MESSAGE)).contains(Duration.ofSeconds(15));
    }

    @Test
    void thePauseGetsShorterWhileSomebodyWaits() {
        taken(MESSAGE, 20);

        clock.advance(Duration.ofSeconds(9));

        assertThat(allowances.take(MESSAGE)).contains(Duration.ofSeconds(6));
    }

    @Test
    void askingTooEarlyCostsNothing() {
        taken(MESSAGE, 20);
        clock.advance(Duration.ofSeconds(14));
        assertThat(taken(MESSAGE, 50)).isZero();

        clock.advance(Duration.ofSeconds(1));

        assertThat(taken(MESSAGE, 50)).isEqualTo(1);
    }

    @Test
    void tapsHaveAnAllowanceOfTheirOwnThreeTimesAsBig() {
        taken(MESSAGE, 20);

        assertThat(taken(TAP, 100)).isEqualTo(60);
        assertThat(allowances.take(TAP)).contains(Duration.ofSeconds(5));
    }

    @Test
    void aFullAllowanceDoesNotGrow() {
        assertThat(taken(MESSAGE, 1)).isEqualTo(1);

        clock.advance(Duration.ofDays(30));

        assertThat(taken(MESSAGE, 100)).isEqualTo(20);
    }

    @Test
    void peopleAndPlatformsDoNotShare() {
        taken(MESSAGE, 100);

        assertThat(taken(Incoming.text("eva", "hola"), 100)).isEqualTo(20);
        assertThat(taken(Incoming.text("telegram", "ana", "hola"), 100)).isEqualTo(20);
        assertThat(taken(MESSAGE, 100)).isZero();
    }

    @Test
    void whoeverHasNoIdentityIsNotLimited() {
        assertThat(taken(Incoming.fromNobody("hola"), 1_000)).isEqualTo(1_000);
        assertThat(allowances.size()).isZero();
    }

    @Test
    void noMoreThanTheMostAreRemembered() {
        IntStream.range(0, 10_000).forEach(i -> allowances.take(Incoming.text("person " + i, "hola")));

        assertThat(allowances.size()).isEqualTo(MOST);
    }

    @Test
    void aPersonIsForgottenWhenTheAllowanceIsFullAgainAndNotBefore() {
        taken(MESSAGE, 20);

        clock.advance(Duration.ofMinutes(5).minusNanos(1));
        assertThat(allowances.size()).isEqualTo(1);

        clock.advance(Duration.ofNanos(1));
        assertThat(allowances.size()).isZero();
        assertThat(taken(MESSAGE, 100)).isEqualTo(20);
    }

    private long taken(IncomingMessage message, int tries) {
        return IntStream.range(0, tries)
                .mapToObj(i -> allowances.take(message))
                .filter(Optional::isEmpty)
                .count();
    }
}
