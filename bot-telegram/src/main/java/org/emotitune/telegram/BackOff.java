package org.emotitune.telegram;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long after each failure, up to a limit, and each time by chance between
 * half of that and all of it, lest many programs come back at the same moment. Not thread-safe.
 */
final class BackOff {
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private Duration next;

    /**
     * @param first longest wait after the first failure; more than zero
     * @param longest of all waits; not less than the first
     */
    BackOff(Duration first, Duration longest, RandomGenerator random) {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("back-off from %s to %s".formatted(first, longest));
        }
        this.first = first;
        this.longest = longest;
        this.random = random;
        this.next = first;
    }

    /** From half a second to half a minute. */
    static BackOff usual(RandomGenerator random) {
        return new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30), random);
    }

    Duration next() {
        long whole = next.toNanos();
        next = next.multipliedBy(2).compareTo(longest) < 0 ? next.multipliedBy(2) : longest;
        return Duration.ofNanos(random.nextLong(whole / 2, whole + 1));
    }

    /** All went well: begins anew. */
    void reset() {
        next = first;
    }
}
