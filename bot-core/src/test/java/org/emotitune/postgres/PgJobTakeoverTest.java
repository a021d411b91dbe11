package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.emotitune.db.Child;
import org.emotitune.db.TestDatabase;
import org.emotitune.reindex.JobBoard.Started;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.Stage;
import org.emotitune.testing.Eventually;
import org.emotitune.testing.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A process goes on with what another one has begun, and never beside it. */
@Timeout(120)
class PgJobTakeoverTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Duration SOON = Duration.ofMillis(20);
    /** Never finds out by heartbeats that somebody died. */
    private static final PgScheduledWork.Pace NO_HEARTBEATS =
            new PgScheduledWork.Pace(SOON, Duration.ofHours(1), SOON, SOON);

    private final JobProcesses processes = new JobProcesses(database.dataSource());
    private final PgJobBoard board = processes.board();
    private final CountDownLatch allowed = new CountDownLatch(1);
    private final ScriptedWork work = ScriptedWork.until(allowed);
    private final ScriptedWork elsewhere = work.elsewhere();

    PgJobTakeoverTest() throws SQLException {}

    @AfterEach
    void close() {
        allowed.countDown();
        processes.close();
    }

    private long started() {
        return ((Started.Begun) board.start(false, "terminal")).job().id();
    }

    @Test
    void aProcessThatEndsLeavesItsJobToAnother() throws Exception {
        PgScheduledWork first = processes.doing(work);
        long job = work.awaitRunOf(started());

        first.close();
        assertThat(processes.job(job).state()).isEqualTo(State.WAITING);

        processes.doing(elsewhere);
        elsewhere.awaitRunOf(job);
        allowed.countDown();
        processes.await(job, State.DONE);
        assertThat(work.hasOverlapped()).isFalse();
    }

    @Test
    void aRunThatIsInterruptedAtTheEndOfItsProgramIsNoError() throws Exception {
        ScriptedWork deaf = ScriptedWork.of(control -> {
            try {
                allowed.await();
                return "not in time";
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        PgScheduledWork process = processes.doing(deaf);
        long job = deaf.awaitRunOf(started());

        process.close();

        assertThat(processes.job(job).state()).isEqualTo(State.WAITING);
        assertThat(Query.column(database.dataSource(), "SELECT picked FROM scheduled_tasks"))
                .containsExactly("f");
    }

    @Test
    void aProcessThatBeginsDisturbsNobodyAtTheJob() throws Exception {
        processes.doing(work);
        long job = work.awaitRunOf(started());
        String task = "SELECT picked || ' ' || version FROM scheduled_tasks";
        String picked = Query.column(database.dataSource(), task).getFirst();

        processes.doing(elsewhere);

        assertThat(Query.column(database.dataSource(), task)).containsExactly(picked);
        allowed.countDown();
        processes.await(job, State.DONE);
        processes.awaitNothingScheduled();
        assertThat(elsewhere.isQuiet()).isTrue();
    }

    @Test
    void whoStartsAfterAKillGoesOnAtOnce() throws Exception {
        long job = started();
        killedAt(job);
        assertThat(processes.job(job).state()).isEqualTo(State.RUNNING);

        try (PgScheduledWork next =
                new PgScheduledWork(database.dataSource(), Clock.systemUTC(), work, NO_HEARTBEATS)) {
            next.startJobs();

            work.awaitRunOf(job);
            allowed.countDown();
            processes.await(job, State.DONE);
            processes.awaitNothingScheduled();
        }
    }

    @Test
    void whoIsThereWhenAnotherOneIsKilledGoesOnSoon() throws Exception {
        long job = started();
        try (Child child = JobUser.start(database.address())) {
            assertThat(child.awaitLine("at")).isEqualTo(Long.toString(job));
            processes.doing(work);

            child.killHard();

            work.awaitRunOf(job);
        }
        allowed.countDown();
        processes.await(job, State.DONE);
        processes.awaitNothingScheduled();
    }

    @Test
    void aKilledJobCanBeCancelledWithNobodyThere() throws Exception {
        long job = started();
        killedAt(job);

        assertThat(board.cancel()).isTrue();

        assertThat(processes.job(job).state()).isEqualTo(State.CANCELLED);
        processes.doing(work);
        processes.awaitNothingScheduled();
        assertThat(work.isQuiet()).isTrue();
    }

    private static void killedAt(long job) throws Exception {
        try (Child child = JobUser.start(database.address())) {
            assertThat(child.awaitLine("at")).isEqualTo(Long.toString(job));
            child.killHard();
        }
        // The server lets go of a dead program's locks in a moment.
        Eventually.is(() -> Query.column(database.dataSource(), "SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")
                .isEmpty());
    }

    @Test
    void whoOnlySeemedDeadIsNotJoined() throws Exception {
        ScriptedWork slow = ScriptedWork.of(control -> {
            control.begin(Stage.EMOTIONS, 0, 10);
            return ScriptedWork.waited(control, allowed);
        });
        try (PgScheduledWork suspended =
                new PgScheduledWork(database.dataSource(), Clock.systemUTC(), slow, NO_HEARTBEATS)) {
            suspended.startJobs();
            long job = slow.awaitRunOf(started());
            processes.doing(elsewhere);

            Eventually.is(() -> !Query.column(
                            database.dataSource(), "SELECT 1 FROM scheduled_tasks WHERE last_success IS NOT NULL")
                    .isEmpty());
            processes.await(job, State.RUNNING);
            allowed.countDown();

            processes.await(job, State.DONE);
            processes.awaitNothingScheduled();
            assertThat(elsewhere.isQuiet()).isTrue();
        }
    }

    @Test
    void aJobThatWasNeverScheduledIsDone() throws Exception {
        long job = started();
        Query.execute(database.dataSource(), "TRUNCATE scheduled_tasks");
        allowed.countDown();

        processes.doing(work);

        processes.await(job, State.DONE);
    }
}
