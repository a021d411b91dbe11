package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.reindex.JobCancelledException;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.JobStoppedException;
import org.emotitune.reindex.JobWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a job while nobody else does, and writes down how it ended. Thread-safe. */
final class PgJobRun {
    private static final Logger LOG = LoggerFactory.getLogger(PgJobRun.class);
    private static final String CANCEL_WAITING = PgJobRows.CANCEL + "AND id = ? AND state = 'waiting' AND cancel_asked";

    /** What became of a run. */
    enum Outcome {
        /** The job is over, by this run or already before. */
        OVER,
        /** The program ends; another one goes on with the job. */
        LEFT,
        /** An import, or another run of the job, has the catalog. */
        BUSY
    }

    private final Sql sql;
    private final Clock clock;
    private final JobWork work;

    PgJobRun(DataSource dataSource, Clock clock, JobWork work) {
        this.sql = new Sql(dataSource);
        this.clock = clock;
        this.work = work;
    }

    /**
     * @param closing whether the program is ending
     * @throws StoreUnavailableException if the database failed; the job is not over
     */
    Outcome of(long job, BooleanSupplier closing) {
        return sql.read(connection -> {
            if (!PgLocks.tryLock(connection)) {
                return isCancelled(connection, job) ? Outcome.OVER : Outcome.BUSY;
            }
            try {
                Optional<PgJobControl> control = PgJobControl.begin(connection, job, clock, closing);
                return control.isPresent() ? run(control.get(), closing) : Outcome.OVER;
            } finally {
                unlock(connection);
            }
        });
    }

    private Outcome run(PgJobControl control, BooleanSupplier closing) {
        try {
            return over(control, State.DONE, work.run(control));
        } catch (JobCancelledException e) {
            return control.isCancelled() ? over(control, State.CANCELLED, "cancelled") : left(control);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            // When the program ends its threads are interrupted, and then anything fails.
            return closing.getAsBoolean() ? left(control) : over(control, State.STOPPED, reason(control, e));
        }
    }

    /** Whoever cancelled it while it seemed to run waits for no import. */
    private boolean isCancelled(Connection connection, long job) throws SQLException {
        return Sql.update(connection, CANCEL_WAITING, clock.instant(), clock.instant(), job) > 0;
    }

    private static Outcome over(PgJobControl control, State state, String message) {
        control.end(state, message);
        return Outcome.OVER;
    }

    private static Outcome left(PgJobControl control) {
        control.leave();
        return Outcome.LEFT;
    }

    /** The messages of unknown exceptions are told to nobody: they may quote the words of a song. */
    private static String reason(PgJobControl control, RuntimeException e) {
        if (e instanceof JobStoppedException) {
            return String.valueOf(e.getMessage());
        }
        String type = e.getClass().getName();
        RuntimeException withoutMessage = new IllegalStateException(type);
        withoutMessage.setStackTrace(e.getStackTrace());
        LOG.error("Job {} met an error of the program", control.id(), withoutMessage);
        return "An error of the program stopped it: %s; the log says where.".formatted(type);
    }

    /** A connection that fails here is gone, and its lock with it. */
    private static void unlock(Connection connection) {
        try {
            if (!PgLocks.unlock(connection)) {
                LOG.warn("The lock of the catalog was not held at the end of a job");
            }
        } catch (SQLException e) {
            LOG.info("The lock of the catalog went with its connection: {}", e.getMessage());
        }
    }
}
