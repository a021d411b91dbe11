package org.emotitune.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells on standard error what takes longer than half a second; says nothing where all is quick. Takes the name of each
 * step as it begins.
 */
final class Progress implements Consumer<String>, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());
    private String step = "";
    private String told = "";
    private final ScheduledFuture<?> telling =
            timer.scheduleWithFixedDelay(this::tell, PATIENCE.toMillis(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);

    @Override
    public synchronized void accept(String next) {
        step = next;
    }

    private synchronized void tell() {
        if (!step.isEmpty() && !step.equals(told)) {
            told = step;
            System.err.println(step + " …");
        }
    }

    @Override
    public void close() {
        telling.cancel(false);
        timer.shutdown();
    }
}
