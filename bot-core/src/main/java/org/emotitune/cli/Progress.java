package org.emotitune.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells on standard error which step takes longer than half a second; says nothing where all is quick. Takes the name of
 * each step as it begins; an empty name ends the last one.
 */
public final class Progress implements Consumer<String>, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());
    private @Nullable ScheduledFuture<?> telling;

    @Override
    public synchronized void accept(String step) {
        if (telling != null) {
            telling.cancel(false);
        }
        telling = step.isEmpty()
                ? null
                : timer.schedule(() -> System.err.println(step + " …"), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        accept("");
        timer.shutdown();
    }
}
