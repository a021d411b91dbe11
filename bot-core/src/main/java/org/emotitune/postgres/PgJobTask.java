package org.emotitune.postgres;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.reindex.JobWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a job something that db-scheduler runs: once, again after a pause, or in another process. */
final class PgJobTask {
    /** The instance is the number of the job. */
    static final String NAME = "reindex";

    private static final Logger LOG = LoggerFactory.getLogger(PgJobTask.class);
    private static final int ATTEMPTS = 5;
    private static final String LEAVE =
            "UPDATE reindex_job SET state = 'waiting', updated_at = ? WHERE id = ? AND state = 'running'";
    private static final String STOP = """
            UPDATE reindex_job SET state = 'stopped', message = ?, updated_at = ?, ended_at = ?
             WHERE id = ? AND ended_at IS NULL
            """;

    private final Sql sql;
    private final PgJobRun run;
    private final Clock clock;
    private final Duration busy;
    private final Duration outage;

    /**
     * @param busy until it is tried again while an import or another process has the catalog
     * @param outage until it is tried again when the database failed
     */
    PgJobTask(DataSource dataSource, Clock clock, JobWork work, Duration busy, Duration outage) {
        this.sql = new Sql(dataSource);
        this.run = new PgJobRun(dataSource, clock, work);
        this.clock = clock;
        this.busy = busy;
        this.outage = outage;
    }

    Task<Void> task() {
        return Tasks.custom(NAME, Void.class)
                .onFailure(this::failed)
                .onDeadExecution(this::found)
                .execute(this::execute);
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        return switch (run.of(job(instance), context.getSchedulerState()::isShuttingDown)) {
            case OVER -> (completed, task) -> told(completed, task::remove);
            case LEFT -> (completed, task) -> again(completed, task, Duration.ZERO);
            case BUSY -> (completed, task) -> again(completed, task, busy);
        };
    }

    private void again(ExecutionComplete completed, ExecutionOperations<Void> task, Duration pause) {
        told(completed, () -> task.reschedule(completed, clock.instant().plus(pause)));
    }

    /**
     * The database is gone, or something happened that no job should do: the next attempt may do better. The task comes
     * first: that fails if another process has it by now, whose job is not to be touched. A job that is stopped here is
     * found to be over by the next attempt.
     */
    private void failed(ExecutionComplete completed, ExecutionOperations<Void> task) {
        told(completed, () -> {
            Instant now = clock.instant();
            task.reschedule(completed, now.plus(outage));
            long job = job(completed.getExecution().taskInstance);
            if (completed.getExecution().consecutiveFailures + 1 < ATTEMPTS) {
                sql.update(LEAVE, now, job);
            } else {
                sql.update(STOP, "It failed %d times: %s".formatted(ATTEMPTS, reason(completed)), now, now, job);
            }
        });
    }

    private static String reason(ExecutionComplete completed) {
        return completed
                .getCause()
                .map(cause -> cause instanceof StoreUnavailableException
                        ? String.valueOf(cause.getMessage())
                        : cause.getClass().getSimpleName())
                .orElse("unknown");
    }

    /** The process that was at it gave no sign of life; this one, or another, goes on. The attempts begin anew. */
    private void found(ExecutionComplete completed, ExecutionOperations<Void> task) {
        told(completed, () -> {
            Instant now = clock.instant();
            sql.update(LEAVE, now, job(completed.getExecution().taskInstance));
            task.reschedule(ExecutionComplete.success(completed.getExecution(), now, now), now);
        });
    }

    /**
     * What cannot be written down is no harm: the task stays picked without heartbeats, or another process has it
     * already, and then the job is found to be over or goes on.
     */
    private static void told(ExecutionComplete completed, Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException e) {
            LOG.info(
                    "Job {} is left to whoever finds it: {}", job(completed.getExecution().taskInstance), e.toString());
        }
    }

    private static long job(TaskInstance<?> instance) {
        return Long.parseLong(instance.getId());
    }
}
