package org.emotitune.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator when something begins to fail and when it is well again, and nothing in between. Both as warnings:
 * whoever has seen the first wants to see the second. Not thread-safe.
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

    /** @param what without a full stop; without anything of a person, and without the token */
    void failed(String what) {
        if (since == null) {
            since = clock.instant();
            LOG.warn("{}. Trying again until it is well.", what);
        }
    }

    void well() {
        if (since != null) {
            LOG.warn("{}, after {}.", over, words(Duration.between(since, clock.instant())));
            since = null;
        }
    }

    boolean isOn() {
        return since != null;
    }

    private static String words(Duration time) {
        return time.compareTo(IN_SECONDS) < 0
                ? "%d s".formatted(Math.max(1, time.toSeconds()))
                : "%,d min".formatted(time.toMinutes());
    }
}
