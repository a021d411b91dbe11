package org.emotitune.discord;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The threads of JDA, for all shards together: its own would outlive it by minutes, and keep the process.
 *
 * @param timers of the limits of calls
 * @param gateway for heartbeats
 * @param calls each on its own, virtual thread: they block
 * @param callbacks for what follows a call, likewise
 */
record Pools(
        ScheduledExecutorService timers,
        ScheduledExecutorService gateway,
        ExecutorService calls,
        ExecutorService callbacks) {
    private static final int FEW = 2;

    static Pools open() {
        return new Pools(
                scheduler("discord-timer"),
                scheduler("discord-gateway"),
                Executors.newVirtualThreadPerTaskExecutor(),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    private static ScheduledExecutorService scheduler(String name) {
        return Executors.newScheduledThreadPool(
                FEW, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    /** @param time for callbacks; then they are interrupted */
    void close(Duration time) throws InterruptedException {
        Stream.of(timers, gateway, calls).forEach(ExecutorService::shutdownNow);
        callbacks.shutdown();
        if (!callbacks.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS)) {
            callbacks.shutdownNow();
        }
    }
}
