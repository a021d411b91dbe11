package org.emotitune.postgres;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.JobWork;
import org.emotitune.testing.Eventually;
import org.emotitune.testing.Query;

/** Processes that do jobs, all in this one, in a hurry. */
final class JobProcesses implements AutoCloseable {
    private static final Duration SOON = Duration.ofMillis(20);
    /** Dead after a second. */
    static final PgScheduledWork.Pace PACE = new PgScheduledWork.Pace(SOON, Duration.ofMillis(250), SOON, SOON);

    private final DataSource source;
    private final List<PgScheduledWork> open = new ArrayList<>();

    JobProcesses(DataSource source) throws SQLException {
        this.source = source;
        Query.execute(source, "TRUNCATE scheduled_tasks, reindex_job, song CASCADE");
    }

    PgScheduledWork doing(JobWork work) {
        PgScheduledWork process = new PgScheduledWork(source, Clock.systemUTC(), work, PACE);
        open.add(process);
        process.startJobs();
        return process;
    }

    PgJobBoard board() {
        return new PgJobBoard(source, Clock.systemUTC(), () -> {});
    }

    JobReport job(long id) {
        return board().job(id).orElseThrow();
    }

    /** Waits for the job to be in the state. */
    JobReport await(long id, JobReport.State state) throws Exception {
        Eventually.is(() -> job(id).state() == state);
        return job(id);
    }

    /** Waits until no job is scheduled. */
    void awaitNothingScheduled() throws Exception {
        Eventually.is(() -> Query.rows(source, "scheduled_tasks").isEmpty());
    }

    @Override
    public void close() {
        open.forEach(PgScheduledWork::close);
    }
}
