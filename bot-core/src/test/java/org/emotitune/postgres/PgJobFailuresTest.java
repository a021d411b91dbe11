package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotitune.db.TestDatabase;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.reindex.JobBoard.Started;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.JobStoppedException;
import org.emotitune.testing.LogLines;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs on the real scheduler that cannot be done, or not at once. */
@Timeout(90)
class PgJobFailuresTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private final JobProcesses processes = new JobProcesses(database.dataSource());
    private final PgJobBoard board = processes.board();
    private final CountDownLatch allowed = new CountDownLatch(1);

    PgJobFailuresTest() throws SQLException {}

    @AfterEach
    void close() {
        allowed.countDown();
        processes.close();
    }

    private long started() {
        return ((Started.Begun) board.start(false, "terminal")).job().id();
    }

    @Test
    void aJobThatCannotBeDoneSaysWhy() throws Exception {
        processes.doing(control -> {
            throw new JobStoppedException("more than half of the songs failed");
        });

        long job = started();

        assertThat(processes.await(job, State.STOPPED).message()).isEqualTo("more than half of the songs failed");
        processes.awaitNothingScheduled();
    }

    @Test
    void anErrorOfTheProgramStopsItWithoutQuotingAnything() throws Exception {
        try (LogLines lines = LogLines.of(PgJobRun.class)) {
            processes.doing(control -> {
                throw new IllegalArgumentException("not JSON: la la la");
            });

            long job = started();

            assertThat(processes.await(job, State.STOPPED).message())
                    .contains("IllegalArgumentException")
                    .doesNotContain("la la la");
            processes.awaitNothingScheduled();
            assertThat(lines.all())
                    .singleElement()
                    .asString()
                    .contains("PgJobFailuresTest")
                    .doesNotContain("la la la");
        }
    }

    @Test
    void itTriesAgainWhenTheDatabaseFails() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        processes.doing(control -> {
            if (runs.incrementAndGet() < 5) {
                throw new StoreUnavailableException("the database did not answer");
            }
            return "at last";
        });

        long job = started();

        assertThat(processes.await(job, State.DONE).message()).isEqualTo("at last");
        assertThat(runs).hasValue(5);
    }

    @Test
    void itStopsWhenTheDatabaseKeepsFailing() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        processes.doing(control -> {
            runs.incrementAndGet();
            throw new StoreUnavailableException("the disk is full");
        });

        long job = started();

        assertThat(processes.await(job, State.STOPPED).message()).contains("5 times", "the disk is full");
        processes.awaitNothingScheduled();
        assertThat(runs).hasValue(5);
    }

    @Test
    void aRunThatLosesItsLockEndsAndTheJobGoesOn() throws Exception {
        ScriptedWork work = ScriptedWork.until(allowed);
        processes.doing(work);
        long job = work.awaitRunOf(started());

        Query.column(
                database.dataSource(), "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");

        work.awaitRunOf(job);
        allowed.countDown();
        processes.await(job, State.DONE);
        processes.awaitNothingScheduled();
    }

    @Test
    void theLockIsLetGoThoughThePoolKeepsTheConnection() throws Exception {
        try (HikariDataSource pool = TestPool.of(database.address(), 1)) {
            PgJobRun run = new PgJobRun(pool, Clock.systemUTC(), control -> "all well");

            assertThat(run.of(started(), () -> false)).isEqualTo(PgJobRun.Outcome.OVER);

            assertThat(Query.column(database.dataSource(), "SELECT 1 FROM pg_locks WHERE locktype = 'advisory'"))
                    .isEmpty();
        }
    }
}
