package org.emotitune.postgres;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
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
import org.jspecify.annotations.Nullable;

/**
 * Daily work by db-scheduler, whose table tells all processes when it is due and who does it. A process that dies at it
 * is noticed after half an hour, and another one does the work.
 */
public final class PgDailyWork implements DailyWork {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    private static final Duration POLLING = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final Clock clock;
    private final Duration polling;
    private @Nullable Scheduler scheduler;

    public PgDailyWork(DataSource dataSource, Clock clock) {
        this(dataSource, clock, POLLING);
    }

    PgDailyWork(DataSource dataSource, Clock clock, Duration polling) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.polling = polling;
    }

    @Override
    public synchronized void start(String name, Runnable work) {
        if (scheduler != null) {
            // A second scheduler would take the first one's work for that of a program that is gone, and delete it.
            throw new IllegalStateException("started twice");
        }
        scheduler = scheduler(task(name, work));
        scheduler.start();
    }

    static RecurringTask<Void> task(String name, Runnable work) {
        return Tasks.recurring(name, FixedDelay.of(DAY))
                .onFailure(new OnFailureRetryLater<>(AFTER_FAILURE))
                .execute((instance, context) -> work.run());
    }

    /** Its own threads would keep the program alive; its own name would ask the network for the host's. */
    private Scheduler scheduler(RecurringTask<Void> task) {
        return Scheduler.create(dataSource)
                .startTasks(List.of(task))
                .schedulerName(new SchedulerName.Fixed(
                        "process " + ProcessHandle.current().pid()))
                .clock(clock::instant)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .pollingInterval(polling)
                .pollUsingLockAndFetch(0.5, 1)
                .threads(1)
                .executorService(Executors.newSingleThreadExecutor(daemon("daily-work")))
                .dueExecutor(Executors.newSingleThreadExecutor(daemon("daily-work-due")))
                .housekeeperExecutor(Executors.newSingleThreadScheduledExecutor(daemon("daily-work-heartbeat")))
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
