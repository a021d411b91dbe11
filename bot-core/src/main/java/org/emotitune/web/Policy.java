package org.emotitune.web;

import java.time.Duration;

/**
 * How patient and how cautious a client is.
 *
 * @param connectTimeout until a connection stands
 * @param wholeTime for one attempt, from its beginning to the last byte of the body, redirects included
 * @param mostBytes of a body, as it is read: unpacked, if it comes packed
 * @param attempts for one call, at least 1
 * @param longestWait that a service may ask for (Retry-After) and that is waited for; longer ones end the call
 * @param pause for which a service is left alone after five calls in a row have failed
 */
public record Policy(
        Duration connectTimeout,
        Duration wholeTime,
        int mostBytes,
        int attempts,
        Duration longestWait,
        Duration pause) {
    public Policy {
        if (attempts < 1 || mostBytes < 1) {
            throw new IllegalArgumentException("no attempt or no byte: %d, %d".formatted(attempts, mostBytes));
        }
        if (!connectTimeout.isPositive() || !wholeTime.isPositive() || !pause.isPositive()) {
            throw new IllegalArgumentException("no time: %s, %s, %s".formatted(connectTimeout, wholeTime, pause));
        }
    }

    /** For services that answer in a second: half a minute, 4 MB, four attempts, waits of two minutes at most. */
    public static Policy usual() {
        return new Policy(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                4_000_000,
                4,
                Duration.ofMinutes(2),
                Duration.ofMinutes(1));
    }

    /** As patient in all else. */
    public Policy waitingUpTo(Duration longestWait) {
        return new Policy(connectTimeout, wholeTime, mostBytes, attempts, longestWait, pause);
    }
}
