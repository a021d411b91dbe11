package org.emotitune.admin;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.emotitune.admin.JobMessages.JobMessage;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply.TextFile;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.reindex.Costs;
import org.emotitune.reindex.JobBoard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps messages up to date that show a job's progress: each is edited when something changed, at most once in three
 * seconds, also after a restart; when the job is over, it tells the summary. Where the process dies at that moment, it
 * may be told twice. Thread-safe.
 */
public final class JobWatches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWatches.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How a platform shows it. May be called from several threads, never for one message from two. */
    public interface Screen {
        /** Whether a message could be edited. */
        enum Shown {
            DONE,
            /** The message, or its chat, is gone: it is not tried again. */
            GONE,
            /** Perhaps the next time. */
            NOT_NOW
        }

        /** @param buttons to be shown below, may be empty */
        Shown show(JobMessage message, String text, List<Button> buttons);

        /**
         * The job is over: the message is edited for the last time, and files come in messages of their own.
         *
         * @param picture a PNG file; empty where there is none
         */
        Shown finish(JobMessage message, String text, List<TextFile> files, Optional<Path> picture);
    }

    /** @param name "telegram", "discord" */
    public record Platform(String name, Screen screen) {}

    /**
     * What is shown.
     *
     * @param picture shown when a job is done, if there is such a file: the box plot of similarities, which the evaluation
     *     of issue 8 will write
     */
    public record Jobs(JobBoard board, Costs costs, Path picture) {}

    /**
     * @param look how often is looked how jobs stand
     * @param edits least time between two edits of a message
     * @param giveUp how long after the end of a job it is tried to tell that
     */
    public record Timing(InstantSource clock, Duration look, Duration edits, Duration giveUp) {
        public static Timing usual(InstantSource clock) {
            return new Timing(clock, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofDays(1));
        }
    }

    private final Platform platform;
    private final JobMessages messages;
    private final JobShowing showing;
    private final Timing timing;
    private final Set<JobWatch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-watches").factory());
    private final ExecutorService shows = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("job-watch-", 0).factory());
    private final AtomicBoolean away = new AtomicBoolean();
    private boolean resumed;

    public JobWatches(Platform platform, JobMessages messages, Jobs jobs, Timing timing) {
        this.platform = platform;
        this.messages = messages;
        this.showing = new JobShowing(platform.screen(), jobs, timing);
        this.timing = timing;
    }

    /** Shows a job's progress in a message from now on, and in no older one of the same place. */
    public void watch(JobMessage message) {
        Instant first = timing.clock().instant().plus(timing.edits());
        JobWatch watch = new JobWatch(message, first, timing.edits(), false);
        watches.stream().filter(older -> isReplacedBy(older.message(), message)).forEach(JobWatch::replace);
        try {
            keep(watch);
        } catch (StoreUnavailableException e) {
            isAway(e);
        }
        add(watch);
    }

    private synchronized void add(JobWatch watch) {
        if (watches.stream().noneMatch(other -> other.message().equals(watch.message()))) {
            watches.add(watch);
        }
    }

    private static boolean isReplacedBy(JobMessage older, JobMessage newer) {
        return older.job() == newer.job()
                && older.place().equals(newer.place())
                && Objects.equals(older.thread(), newer.thread())
                && !older.message().equals(newer.message());
    }

    private void keep(JobWatch watch) {
        if (!watch.isKept()) {
            messages.keep(watch.message());
            watch.kept();
        }
    }

    /**
     * A place got another id.
     *
     * @throws StoreUnavailableException if that cannot be kept for the next start
     */
    public void moved(String from, String to) {
        watches.stream().filter(watch -> watch.message().place().equals(from)).forEach(watch -> watch.move(to));
        messages.move(platform.name(), from, to);
    }

    /**
     * A place is gone, with its messages.
     *
     * @throws StoreUnavailableException if that cannot be kept for the next start
     */
    public void gone(String place) {
        watches.removeIf(watch -> watch.message().place().equals(place));
        messages.dropAll(platform.name(), place);
    }

    /** Goes on with what is kept from before a restart; to be called once. */
    public void start() {
        long pause = timing.look().toMillis();
        var unused = looks.scheduleWithFixedDelay(this::look, 0, pause, TimeUnit.MILLISECONDS);
    }

    /** An exception would end the looking for good. */
    private void look() {
        try {
            resume();
            Instant now = timing.clock().instant();
            for (JobWatch watch : watches) {
                if (watch.take(now)) {
                    shows.execute(() -> attend(watch));
                }
            }
        } catch (StoreUnavailableException e) {
            isAway(e);
        } catch (RuntimeException e) {
            LOG.warn("It cannot be looked how jobs stand", e);
        }
    }

    private void resume() {
        if (!resumed) {
            Instant now = timing.clock().instant();
            for (JobMessage message : messages.of(platform.name())) {
                add(new JobWatch(message, now, timing.edits(), true));
            }
            resumed = true;
        }
    }

    private void isAway(StoreUnavailableException e) {
        if (!away.getAndSet(true)) {
            LOG.warn("The progress of jobs is not shown until the database answers: {}", e.getMessage());
        }
    }

    private void attend(JobWatch watch) {
        try {
            keep(watch);
            if (!watch.isDone()) {
                showing.show(watch);
            }
            if (watch.isDone()) {
                messages.drop(watch.message());
                watches.remove(watch);
            }
            if (away.getAndSet(false)) {
                LOG.info("The database answers again: the progress of jobs is shown");
            }
        } catch (StoreUnavailableException e) {
            isAway(e);
            watch.later(timing.clock().instant());
        } catch (RuntimeException e) {
            LOG.warn("A message on a job cannot be shown: {}", e.getClass().getName());
            watch.later(timing.clock().instant());
        } finally {
            watch.giveBack();
        }
    }

    /** Stops showing; what is kept is gone on with at the next start. */
    @Override
    public void close() {
        looks.shutdown();
        try {
            boolean ended = looks.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            shows.shutdown();
            if (!ended || !shows.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                shows.shutdownNow();
            }
        } catch (InterruptedException e) {
            shows.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
