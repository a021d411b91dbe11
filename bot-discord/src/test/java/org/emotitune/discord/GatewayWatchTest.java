package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The time goes by when the test says so. */
class GatewayWatchTest {
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final ByHand timer = new ByHand();
    private final Warnings warnings = new Warnings();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final GatewayWatch watch = new GatewayWatch(QUIET, timer, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @AfterEach
    void stop() {
        warnings.close();
        timer.shutdownNow();
    }

    @Test
    void anOutageIsToldOnceAndSoIsItsEnd() {
        watch.changed(0, Status.CONNECTED);
        watch.changed(0, Status.DISCONNECTED);
        watch.changed(0, Status.WAITING_TO_RECONNECT);
        pass(QUIET);
        watch.changed(0, Status.ATTEMPTING_TO_RECONNECT);
        pass(QUIET);
        watch.changed(0, Status.CONNECTED);

        assertThat(warnings.lines())
                .containsExactly(
                        "Discord's gateway cannot be reached: no events come in. Trying again until it is well.",
                        "Discord's gateway is there again: events come in, after 30 s.");
    }

    @Test
    void aShortReconnectionIsNotTold() {
        watch.changed(0, Status.CONNECTED);
        for (int i = 0; i < 3; i++) {
            watch.changed(0, Status.DISCONNECTED);
            pass(QUIET.minusMillis(1));
            watch.changed(0, Status.CONNECTED);
        }
        pass(QUIET);

        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void aBotThatNeverGetsThroughIsTold() {
        watch.changed(0, Status.LOGGING_IN);
        pass(QUIET);
        assertThat(warnings.lines()).isEmpty();

        watch.changed(0, Status.CONNECTING_TO_WEBSOCKET);
        pass(QUIET);

        assertThat(warnings.lines()).hasSize(1);
    }

    @Test
    void allShardsMustBeBackUntilItIsWell() {
        watch.changed(0, Status.CONNECTED);
        watch.changed(1, Status.CONNECTED);
        assertThat(watch.connected()).isEqualTo(2);

        watch.changed(0, Status.DISCONNECTED);
        watch.changed(1, Status.DISCONNECTED);
        pass(QUIET);
        watch.changed(0, Status.CONNECTED);
        assertThat(watch.connected()).isEqualTo(1);
        assertThat(warnings.lines()).hasSize(1);
        watch.changed(1, Status.CONNECTED);

        assertThat(warnings.lines()).hasSize(2);
    }

    @Test
    void theEndOfTheBotIsNoOutage() {
        watch.changed(0, Status.CONNECTED);
        watch.changed(0, Status.DISCONNECTED);
        watch.changed(0, Status.SHUTTING_DOWN);
        pass(QUIET);

        assertThat(watch.connected()).isZero();
        assertThat(warnings.lines()).isEmpty();
    }

    private void pass(Duration time) {
        now = now.plus(time);
        timer.runDue();
    }

    /** Runs everything that is due by the test's clock. */
    private final class ByHand extends ScheduledThreadPoolExecutor {
        private final List<Runnable> tasks = new ArrayList<>();
        private final List<Instant> times = new ArrayList<>();

        ByHand() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            tasks.add(task);
            times.add(now.plusNanos(unit.toNanos(delay)));
            Callable<Object> never = Object::new;
            return super.schedule(never, 1, TimeUnit.DAYS);
        }

        void runDue() {
            for (int i = tasks.size() - 1; i >= 0; i--) {
                if (!times.get(i).isAfter(now)) {
                    times.remove(i);
                    tasks.remove(i).run();
                }
            }
        }
    }
}
