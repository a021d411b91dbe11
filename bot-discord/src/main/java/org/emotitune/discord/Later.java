package org.emotitune.discord;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Does work after some time, on a thread that may block. */
@FunctionalInterface
interface Later {
    void in(Duration wait, Runnable work);

    /** Real time. */
    static Later onVirtualThreads() {
        Executor workers = work -> Thread.ofVirtual().name("later").start(work);
        return (wait, work) -> CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS, workers)
                .execute(work);
    }
}
