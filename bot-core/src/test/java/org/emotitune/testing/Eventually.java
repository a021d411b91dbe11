package org.emotitune.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits for what other threads and processes do. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MS = 20;

    private Eventually() {}

    /** Looks again and again until it is so. */
    public static void is(Callable<Boolean> so) throws Exception {
        Semaphore nobody = new Semaphore(0);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to that within " + PATIENCE);
            }
            if (nobody.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError();
            }
        }
    }
}
