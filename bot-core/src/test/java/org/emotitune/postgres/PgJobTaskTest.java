package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotitune.db.TestDatabase;
import org.emotitune.reindex.JobBoard.Started;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.JobWork;
import org.emotitune.reindex.Stage;
import org.emotitune.testing.Eventually;
import org.emotitune.testing.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs on the real scheduler: how they begin, go on, and end. */
@Timeout(90)
class PgJobTaskTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private final JobProcesses processes = new JobProcesses(database.dataSource());
    private final PgJobBoard board = processes.board();
    private final CountDownLatch allowed = new CountDownLatch(1);

    PgJobTaskTest() throws SQLException {}

    @AfterEach
    void close() {
        allowed.countDown();
        processes.close();
    }

    private long started() {
        return ((Started.Begun) board.start(false, "terminal")).job().id();
    }

    @Test
    void aJobIsDoneOnceAndToldOf() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        processes.doing(control -> {
            control.begin(Stage.INDEX, 0, 5);
            control.advance(5);
            return "run " + runs.incrementAndGet();
        });

        long job = started();

        JobReport done = processes.await(job, State.DONE);
        assertThat(done.message()).isEqualTo("run 1");
        assertThat(done.done()).isEqualTo(5);
        processes.awaitNothingScheduled();
        assertThat(processes.job(job)).isEqualTo(done);
    }

    @Test
    void whoAsksNeedNotWaitForTheNextLook() throws Exception {
        Duration never = Duration.ofHours(1);
        ScriptedWork work = ScriptedWork.of(control -> "all well");
        PgScheduledWork.Pace lazy = new PgScheduledWork.Pace(never, never, never, never);
        try (PgScheduledWork process = new PgScheduledWork(database.dataSource(), Clock.systemUTC(), work, lazy)) {
            process.startJobs();

            new PgJobBoard(database.dataSource(), Clock.systemUTC(), process::wake).start(false, "terminal");

            work.awaitRun();
        }
    }

    @Test
    void itsProgressIsSeenFromOtherBoards() throws Exception {
        ScriptedWork work = ScriptedWork.of(control -> {
            control.begin(Stage.EMOTIONS, 1, 10);
            control.advance(2);
            return ScriptedWork.waited(control, allowed);
        });
        processes.doing(work);
        long job = started();
        work.awaitRun();

        Eventually.is(() -> processes.job(job).done() == 3);

        assertThat(processes.job(job).state()).isEqualTo(State.RUNNING);
        assertThat(processes.job(job).stage()).isEqualTo(Stage.EMOTIONS);
        assertThat(processes.board().current()).isPresent();
    }

    @Test
    void aRunningOneIsCancelled() throws Exception {
        ScriptedWork work = ScriptedWork.until(allowed);
        processes.doing(work);
        long job = work.awaitRunOf(started());

        assertThat(processes.board().cancel()).isTrue();

        processes.await(job, State.CANCELLED);
        processes.awaitNothingScheduled();
    }

    @Test
    void itWaitsForAnImport() throws Exception {
        ScriptedWork work = ScriptedWork.until(allowed);
        allowed.countDown();
        long job;
        try (Connection importing = database.dataSource().getConnection()) {
            Sql.prepare(importing, "SELECT pg_advisory_lock(?)", PgLocks.CATALOG_WORK)
                    .execute();
            processes.doing(work);
            job = started();

            awaitAttempts(job, 3);
            assertThat(processes.job(job).state()).isEqualTo(State.WAITING);
            assertThat(work.isQuiet()).isTrue();
        }
        processes.await(job, State.DONE);
    }

    @Test
    void whatWaitsForAnImportIsCancelledAtOnce() throws Exception {
        try (Connection importing = database.dataSource().getConnection()) {
            Sql.prepare(importing, "SELECT pg_advisory_lock(?)", PgLocks.CATALOG_WORK)
                    .execute();
            processes.doing(control -> "not wanted");
            long job = started();
            awaitAttempts(job, 2);

            assertThat(board.cancel()).isTrue();

            assertThat(processes.job(job).state()).isEqualTo(State.CANCELLED);
        }
        processes.awaitNothingScheduled();
    }

    @Test
    void whatWasCancelledWhileItSeemedToRunWaitsForNoImport() throws Exception {
        try (Connection importing = database.dataSource().getConnection()) {
            Sql.prepare(importing, "SELECT pg_advisory_lock(?)", PgLocks.CATALOG_WORK)
                    .execute();
            long job = started();
            Query.execute(database.dataSource(), "UPDATE reindex_job SET cancel_asked = true");

            processes.doing(control -> "not wanted");

            processes.await(job, State.CANCELLED);
        }
    }

    /** Each attempt changes the task's version twice. */
    private static void awaitAttempts(long job, int attempts) throws Exception {
        Eventually.is(() -> Query.column(
                        database.dataSource(),
                        "SELECT version FROM scheduled_tasks WHERE task_instance = '%d'".formatted(job))
                .stream()
                .anyMatch(version -> Long.parseLong(version) > 2L * attempts));
    }

    @Test
    void dailyWorkIsDoneBesideAJob() throws Exception {
        CountDownLatch daily = new CountDownLatch(1);
        ScriptedWork work = ScriptedWork.until(allowed);
        long job = started();
        try (PgScheduledWork both =
                new PgScheduledWork(database.dataSource(), Clock.systemUTC(), work, JobProcesses.PACE)) {
            both.start("daily", daily::countDown);

            work.awaitRunOf(job);
            assertThat(daily.await(30, TimeUnit.SECONDS)).isTrue();
            allowed.countDown();
            processes.await(job, State.DONE);
        }
    }

    @Test
    void aProcessThatDoesNoJobsLeavesThemToTheOthers() throws Exception {
        CountDownLatch daily = new CountDownLatch(1);
        long job = started();
        try (PgScheduledWork chat =
                new PgScheduledWork(database.dataSource(), Clock.systemUTC(), null, JobProcesses.PACE)) {
            chat.start("daily", daily::countDown);
            assertThat(daily.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(Query.column(
                            database.dataSource(), "SELECT picked FROM scheduled_tasks WHERE task_name = 'reindex'"))
                    .containsExactly("f");
            JobWork work = control -> "all well";
            processes.doing(work);
            processes.await(job, State.DONE);
        }
    }
}
