package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotitune.db.TestDatabase;
import org.emotitune.testing.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When work is due, by schedulers that run when they are told; and that the real one runs by itself. */
@Timeout(60)
class PgDailyWorkTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger done = new AtomicInteger();
    private boolean failing;

    @BeforeEach
    void setUp() throws SQLException {
        Query.execute(database.dataSource(), "TRUNCATE scheduled_tasks");
        clock.set(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void isDoneAtOnceAndThenOnceADay() {
        ManualScheduler process = process();
        process.runAnyDueExecutions();
        assertThat(done).hasValue(1);

        clock.tick(Duration.ofHours(24).minusSeconds(1));
        process.runAnyDueExecutions();
        assertThat(done).hasValue(1);

        clock.tick(Duration.ofSeconds(1));
        process.runAnyDueExecutions();
        assertThat(done).hasValue(2);
    }

    @Test
    void isDoneOnceByAllProcessesTogether() {
        ManualScheduler one = process();
        ManualScheduler other = process();

        one.runAnyDueExecutions();
        other.runAnyDueExecutions();
        assertThat(done).hasValue(1);

        clock.tick(Duration.ofDays(1));
        other.runAnyDueExecutions();
        one.runAnyDueExecutions();
        assertThat(done).hasValue(2);
    }

    @Test
    void isNotDoneAgainByARestart() {
        process().runAnyDueExecutions();
        clock.tick(Duration.ofHours(1));

        process().runAnyDueExecutions();

        assertThat(done).hasValue(1);
    }

    @Test
    void isDoneAtOnceIfAllProcessesWereAwayWhenItWasDue() {
        process().runAnyDueExecutions();
        clock.tick(Duration.ofDays(40));

        process().runAnyDueExecutions();

        assertThat(done).hasValue(2);
    }

    @Test
    void isTriedAgainSoonIfItFails() {
        ManualScheduler process = process();
        failing = true;
        process.runAnyDueExecutions();
        failing = false;
        process.runAnyDueExecutions();
        assertThat(done).hasValue(0);

        clock.tick(Duration.ofMinutes(10));
        process.runAnyDueExecutions();

        assertThat(done).hasValue(1);
    }

    private ManualScheduler process() {
        return TestHelper.createManualScheduler(database.dataSource())
                .clock(clock)
                .startTasks(List.of(PgScheduledWork.task("work", () -> {
                    if (failing) {
                        throw new IllegalStateException("a bad day");
                    }
                    done.incrementAndGet();
                })))
                .start();
    }

    @Test
    void runsByItselfOnThreadsThatKeepNoProgramAlive() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        AtomicBoolean daemon = new AtomicBoolean();

        try (PgScheduledWork work = new PgScheduledWork(database.dataSource(), Clock.systemUTC())) {
            work.start("work", () -> {
                daemon.set(Thread.currentThread().isDaemon());
                ran.countDown();
            });

            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(daemon).isTrue();
    }

    @Test
    void runsAgainOnTheDaysAfter() throws InterruptedException {
        org.emotitune.testing.SettableClock time = new org.emotitune.testing.SettableClock(clock.now());
        CountDownLatch runs = new CountDownLatch(3);
        Duration soon = Duration.ofMillis(20);
        PgScheduledWork.Pace often = new PgScheduledWork.Pace(soon, Duration.ofSeconds(10), soon, soon);

        try (PgScheduledWork work = new PgScheduledWork(database.dataSource(), time, null, often)) {
            work.start("work", runs::countDown);

            while (!runs.await(50, TimeUnit.MILLISECONDS)) {
                time.advance(Duration.ofDays(1));
            }
        }
        assertThat(runs.getCount()).isZero();
    }

    @Test
    void isOverWhenItIsClosed() throws InterruptedException {
        PgScheduledWork work = new PgScheduledWork(database.dataSource(), Clock.systemUTC());
        work.start("work", done::incrementAndGet);

        work.close();
        work.close();

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            assertThat(!thread.getName().startsWith("scheduled-work") || thread.join(Duration.ofSeconds(10)))
                    .isTrue();
        }
    }

    @Test
    void isStartedOnce() {
        try (PgScheduledWork work = new PgScheduledWork(database.dataSource(), Clock.systemUTC())) {
            work.start("work", done::incrementAndGet);

            assertThatIllegalStateException().isThrownBy(() -> work.start("other", done::incrementAndGet));
        }
    }
}
