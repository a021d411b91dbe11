package org.emotitune.discord.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of the server. It stands still but for what a test adds, so that no test depends on the machine's speed; those
 * that measure let it run. Thread-safe.
 */
public final class MovableClock implements InstantSource {
    private final InstantSource real = Clock.systemUTC();
    private Instant now = real.instant();
    private Duration ahead = Duration.ZERO;
    private boolean running;

    /** Of the server only: JDA goes by the system's clock. */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
        ahead = ahead.plus(time);
    }

    /** From now on it is the real time, and as much later as was added. */
    public synchronized void run() {
        running = true;
    }

    @Override
    public synchronized Instant instant() {
        return running ? real.instant().plus(ahead) : now;
    }
}
