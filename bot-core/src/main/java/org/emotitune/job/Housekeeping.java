package org.emotitune.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.emotitune.conversation.OutcomeTally;
import org.emotitune.person.PersonStore;
import org.emotitune.reception.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets people who are long gone and receipts that nobody needs any more, once a day, and writes down the counts of
 * this process every minute.
 */
public final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration FLUSHES = Duration.ofMinutes(1);
    /** Twice as long as a platform tries to deliver: Telegram does so for 24 hours. */
    private static final Duration RECEIPTS = Duration.ofDays(2);

    /** What is looked after. */
    public record Kept(PersonStore people, Receipts receipts, OutcomeTally outcomes) {}

    private final Kept kept;
    private final DailyWork daily;
    private final Clock clock;
    private final Duration retention;
    private final Duration flushes;
    private final ScheduledExecutorService minutely = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("count-outcomes").factory());

    /**
     * @param daily started and closed by this one
     * @param retention how long people are kept; positive
     */
    public Housekeeping(Kept kept, DailyWork daily, Clock clock, Duration retention) {
        this(kept, daily, clock, retention, FLUSHES);
    }

    Housekeeping(Kept kept, DailyWork daily, Clock clock, Duration retention, Duration flushes) {
        if (!retention.isPositive()) {
            throw new IllegalArgumentException("people cannot be kept for " + retention);
        }
        this.kept = kept;
        this.daily = daily;
        this.clock = clock;
        this.retention = retention;
        this.flushes = flushes;
    }

    /** To be called once. */
    public void start() {
        daily.start("forget-people", this::forget);
        Future<?> unused = minutely.scheduleWithFixedDelay(
                this::flush, flushes.toMillis(), flushes.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void forget() {
        Instant now = clock.instant();
        kept.receipts().forgetBefore(now.minus(RECEIPTS));
        kept.people().forgetBefore(now.minus(retention));
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
            kept.outcomes().flush();
        } catch (RuntimeException e) {
            LOG.warn("The counts of answers wait to be written: {}", e.getMessage());
        }
    }
}
