package org.emotitune.postgres;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.emotitune.job.DailyWork;
import org.emotitune.reindex.JobWork;
import org.jspecify.annotations.Nullable;

/**
 * Daily work and jobs by db-scheduler, whose table tells all processes what is due and who does it. A process that dies
 * at it is noticed within about a minute, and another one does the work. To be made once in a process: a second
 * scheduler would not know the first one's tasks.
 */
public final class PgScheduledWork implements DailyWork {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Dead is who missed four heartbeats, the least that db-scheduler allows; that is looked for every two of them. */
    private static final int MISSED_HEARTBEATS = 4;
    /** Processes that do no jobs must never take those of the others for the remains of an old version. */
    private static final Duration NEVER = Duration.ofDays(365);
    /** One for daily work, one for a job: that may take hours. */
    private static final int THREADS = 2;

    /**
     * How often is looked and waited.
     *
     * @param polling for work that is due
     * @param heartbeat of work that is being done
     * @param busy until a job looks again whether others have let go of the catalog
     * @param outage until a job tries again whether the database answers
     */
    record Pace(Duration polling, Duration heartbeat, Duration busy, Duration outage) {
        static final Pace USUAL =
                new Pace(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private final DataSource dataSource;
    private final Clock clock;
    private final @Nullable JobWork jobs;
    private final Pace pace;
    private @Nullable Scheduler scheduler;

    /** Does daily work and no jobs. */
    public PgScheduledWork(DataSource dataSource, Clock clock) {
        this(dataSource, clock, null, Pace.USUAL);
    }

    /** @param jobs what to do when a job is asked for, here or in any other process; one at a time */
    public PgScheduledWork(DataSource dataSource, Clock clock, JobWork jobs) {
        this(dataSource, clock, jobs, Pace.USUAL);
    }

    PgScheduledWork(DataSource dataSource, Clock clock, @Nullable JobWork jobs, Pace pace) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.jobs = jobs;
        this.pace = pace;
    }

    /** Begins with the daily work, and with the jobs if this process does any. */
    @Override
    public void start(String name, Runnable work) {
        start(task(name, work));
    }

    /**
     * Begins with the jobs alone, instead of {@link #start(String, Runnable)}. One that a dead process left behind goes on
     * at once.
     */
    public void startJobs() {
        if (jobs == null) {
            throw new IllegalStateException("this process does no jobs");
        }
        start(null);
    }

    private synchronized void start(@Nullable RecurringTask<Void> daily) {
        if (scheduler != null) {
            throw new IllegalStateException("started twice");
        }
        scheduler = scheduler(
                jobs == null ? List.of() : List.of(jobTask(jobs)), daily == null ? List.of() : List.of(daily));
        if (jobs != null) {
            PgLeftJobs.takeUp(new Sql(dataSource), clock.instant());
        }
        scheduler.start();
    }

    /** Looks at once whether a job waits to be begun, instead of in a few seconds. Does nothing before the start. */
    public synchronized void wake() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private Task<Void> jobTask(JobWork work) {
        return new PgJobTask(dataSource, clock, work, pace.busy(), pace.outage()).task();
    }

    static RecurringTask<Void> task(String name, Runnable work) {
        return Tasks.recurring(name, FixedDelay.of(DAY))
                .onFailure(new OnFailureRetryLater<>(AFTER_FAILURE))
                .execute((instance, context) -> work.run());
    }

    /** Its own threads would keep the program alive; its own name would ask the network for the host's. */
    private Scheduler scheduler(List<Task<?>> known, List<RecurringTask<Void>> started) {
        return Scheduler.create(dataSource, known)
                .startTasks(started)
                .schedulerName(new SchedulerName.Fixed(
                        "process " + ProcessHandle.current().pid()))
                .clock(clock::instant)
                // Looks before it picks: picking in one statement takes tasks, too, that only other processes can do.
                .jdbcCustomization(new PostgreSqlJdbcCustomization(true, false))
                .deleteUnresolvedAfter(NEVER)
                .pollingInterval(pace.polling())
                .pollUsingLockAndFetch(0.5, 1)
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .threads(THREADS)
                .executorService(Executors.newFixedThreadPool(THREADS, daemon("scheduled-work")))
                .dueExecutor(Executors.newSingleThreadExecutor(daemon("scheduled-work-due")))
                .housekeeperExecutor(Executors.newSingleThreadScheduledExecutor(daemon("scheduled-work-heartbeat")))
                .shutdownMaxWait(PATIENCE)
                .failureLogging(LogLevel.WARN, false)
                .build();
    }

    private static ThreadFactory daemon(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    @Override
    public synchronized void close() {
        if (scheduler != null && !scheduler.getSchedulerState().isShuttingDown()) {
            scheduler.stop();
        }
    }
}
