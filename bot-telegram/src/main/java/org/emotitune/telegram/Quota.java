package org.emotitune.telegram;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * At most so many calls within any stretch of some time. First come, first served; thread-safe.
 *
 * <p>A bucket whose tokens come back that time after the end of their calls, not after the beginning: Telegram counts
 * somewhere in between, and where the network holds a call back, a bucket that counts beginnings lets the next one
 * arrive together with it.
 */
final class Quota {
    /** For timers, here and there, that are not quite exact. */
    private static final Duration MARGIN = Duration.ofMillis(50);

    private final Semaphore tokens;
    private final Executor later;

    /** @param time zero for no limit but that of calls at the same time */
    Quota(int calls, Duration time) {
        Duration back = time.isZero() ? time : time.plus(MARGIN);
        tokens = new Semaphore(calls, true);
        later = CompletableFuture.delayedExecutor(back.toNanos(), TimeUnit.NANOSECONDS, Runnable::run);
    }

    /** @return whether the call may begin; false after the time given in nanoseconds */
    boolean enter(long nanos) throws InterruptedException {
        return tokens.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }

    /** The call has ended. */
    void leave() {
        later.execute(tokens::release);
    }

    /** The call has not begun. */
    void giveBack() {
        tokens.release();
    }
}
