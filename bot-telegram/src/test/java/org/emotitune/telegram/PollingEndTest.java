package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Polling ends quickly, and what was not taken comes again. */
@Timeout(120)
class PollingEndTest {
    private final Warnings warnings = new Warnings();
    private final LocalTelegram telegram = new LocalTelegram();
    private final Person ana = telegram.person("Ana", "es");
    private final Received received = new Received();
    private final Polling polling = PollingTest.polling(telegram.address());

    @AfterEach
    void close() {
        polling.close();
        telegram.close();
        warnings.close();
    }

    private void start() {
        polling.start(received, () -> {});
    }

    @Test
    void theEndDoesNotWaitForAPollThatIsHeld() {
        start();
        telegram.until(telegram::isPolled);

        Instant begun = Instant.now();
        polling.close();

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
        ana.says("uno");
        assertThat(received.all()).isEmpty();
        assertThat(telegram.waitingUpdates()).isEqualTo(1);
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void theEndWaitsForABatchThatIsBeingTakenAndNoOtherFollows() {
        CountDownLatch ending = new CountDownLatch(1);
        received.before(() -> Received.await(ending));
        ana.says("uno");
        start();
        Received.until(() -> received.batches() == 1);
        ana.says("dos");

        Thread closing = Thread.ofVirtual().start(polling::close);
        Received.until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        ending.countDown();
        Received.join(closing);

        assertThat(received.texts()).containsExactly("uno");
        assertThat(telegram.waitingUpdates()).isEqualTo(2);
    }

    @Test
    void whatTakesTooLongIsInterruptedAtTheEnd() {
        CountDownLatch never = new CountDownLatch(1);
        received.before(() -> Received.await(never));
        ana.says("uno");
        start();
        Received.until(() -> received.batches() == 1);

        Instant begun = Instant.now();
        polling.close();

        assertThat(Duration.between(begun, Instant.now())).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(received.all()).isEmpty();
    }
}
