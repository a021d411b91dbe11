package org.emotitune.discord;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.emotitune.reception.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be done beside the threads that events and replies come on. Thread-safe. */
final class Errands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    /** Of one channel: at Discord's five messages in five seconds more than a minute's worth would be stale. */
    private static final int LONGEST_LINE = 60;

    private final Duration patience;
    private final ExecutorService work = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("discord-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("discord-timer").factory());
    private final Map<Long, Line> lines = new ConcurrentHashMap<>();

    /** What is to be done one after another, and how much of it there is. */
    private record Line(CompletableFuture<Void> last, int length) {}

    /** @param patience for what is under way at the end */
    Errands(Duration patience) {
        this.patience = patience;
    }

    /** Begins it now; it may block. */
    void run(Runnable errand) {
        try {
            work.execute(() -> done(errand));
        } catch (RejectedExecutionException e) {
            LOG.warn("Something was left out at the end.");
        }
    }

    /** Begins it later; it may block. Nothing is begun after the end. */
    void later(Duration pause, Runnable errand) {
        try {
            var unused = timer.schedule(() -> run(errand), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing is begun any more");
        }
    }

    /**
     * Does it after what was handed in for the same channel before.
     *
     * @return false if too much waits there: then it is left out
     */
    boolean inLine(long channel, Runnable errand) {
        boolean[] taken = {false};
        lines.compute(channel, (key, line) -> {
            if (line == null || line.length < LONGEST_LINE) {
                taken[0] = true;
                CompletableFuture<Void> before = line == null ? CompletableFuture.completedFuture(null) : line.last;
                return new Line(
                        before.thenRunAsync(() -> inTurn(channel, errand), this::run),
                        line == null ? 1 : line.length + 1);
            }
            return line;
        });
        return taken[0];
    }

    private void inTurn(long channel, Runnable errand) {
        done(errand);
        lines.computeIfPresent(channel, (key, line) -> line.length == 1 ? null : new Line(line.last, line.length - 1));
    }

    @SuppressWarnings("CatchThrowable")
    private static void done(Runnable errand) {
        try {
            errand.run();
        } catch (Throwable e) { // one errand must not end the others
            LOG.error("Something could not be done.\n{}", Trace.withoutWords(e));
        }
    }

    /** Waits for what is under way, and for what waits in line. */
    @Override
    public void close() {
        timer.shutdownNow();
        CompletableFuture<?>[] waiting = lines.values().stream().map(Line::last).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(waiting).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Some answers could not be sent before the end.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        work.shutdown();
        try {
            if (!work.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                work.shutdownNow();
            }
        } catch (InterruptedException e) {
            work.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
