package org.emotitune.job;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.emotitune.conversation.OutcomeTally;
import org.emotitune.person.PersonStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets people who are long gone, once a day, and writes down the counts of this process every minute. */
public final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration FLUSHES = Duration.ofMinutes(1);

    private final PersonStore people;
    private final OutcomeTally outcomes;
    private final DailyWork daily;
    private final Clock clock;
    private final Duration retention;
    private final Duration flushes;
    private final ScheduledExecutorService minutely = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("count-outcomes").factory());

    /**
     * @param daily started and closed by this one
     * @param retention positive
     */
    public Housekeeping(PersonStore people, OutcomeTally outcomes, DailyWork daily, Clock clock, Duration retention) {
        this(people, outcomes, daily, clock, retention, FLUSHES);
    }

    Housekeeping(
            PersonStore people,
            OutcomeTally outcomes,
            DailyWork daily,
            Clock clock,
            Duration retention,
            Duration flushes) {
        if (!retention.isPositive()) {
            throw new IllegalArgumentException("people cannot be kept for " + retention);
        }
        this.people = people;
        this.outcomes = outcomes;
        this.daily = daily;
        this.clock = clock;
        this.retention = retention;
        this.flushes = flushes;
    }

    /** To be called once. */
    public void start() {
        daily.start("forget-people", () -> people.forgetBefore(clock.instant().minus(retention)));
        Future<?> unused = minutely.scheduleWithFixedDelay(
                this::flush, flushes.toMillis(), flushes.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Writes the last counts; takes a few seconds at most. */
    @Override
    public void close() {
        minutely.shutdownNow();
        daily.close();
        flush();
    }

    /** The next time may do better: so nothing may be thrown. */
    private void flush() {
        try {
            outcomes.flush();
        } catch (RuntimeException e) {
            LOG.warn("The counts of answers wait to be written: {}", e.getMessage());
        }
    }
}
