package org.emotitune.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator when something begins to fail and when it is well again, and nothing in between. Both as warnings:
 * whoever has seen the first wants to see the second. Thread-safe.
 */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration IN_SECONDS = Duration.ofMinutes(2);

    private final String over;
    private final Clock clock;
    private @Nullable Instant since;

    /** @param over what is well again; "after 3 min" follows */
    Outage(String over, Clock clock) {
        this.over = over;
        this.clock = clock;
    }

    void failed(String what) {
        failed(what, clock.instant());
    }

    /**
     * @param what without a full stop; without anything of a person, and without the token
     * @param since when it began to fail
     */
    synchronized void failed(String what, Instant since) {
        if (this.since == null) {
            this.since = since;
            LOG.warn("{}. Trying again until it is well.", what);
        }
    }

    synchronized void well() {
        if (since != null) {
            LOG.warn("{}, after {}.", over, words(Duration.between(since, clock.instant())));
            since = null;
        }
    }

    private static String words(Duration time) {
        return time.compareTo(IN_SECONDS) < 0
                ? "%d s".formatted(Math.max(1, time.toSeconds()))
                : "%,d min".formatted(time.toMinutes());
    }
}
