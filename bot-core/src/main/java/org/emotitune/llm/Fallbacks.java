package org.emotitune.llm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.llm.Ledger.Event;
import org.emotitune.llm.Ledger.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what becomes of messages and songs, and tells the operator where the embedded reader had to help. Thread-safe. */
final class Fallbacks {
    private static final Logger LOG = LoggerFactory.getLogger(Fallbacks.class);
    /** One warning of a kind in this time; the others are for those who look closer. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final InstantSource clock;
    private final Map<Event, Instant> warned = new ConcurrentHashMap<>();

    Fallbacks(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param reason a sentence without anything that somebody wrote */
    void happened(Purpose purpose, Event event, String reason) {
        count(purpose, event);
        String what = purpose == Purpose.SONG ? "song" : "message";
        if (isNews(event)) {
            LOG.warn("A {} was read by the built-in reader: {} (not told again for a minute)", what, reason);
        } else {
            LOG.info("A {} was read by the built-in reader: {}", what, reason);
        }
    }

    /** A statistic is worth nobody's answer. */
    void count(Purpose purpose, Event event) {
        try {
            ledger.count(purpose, event);
        } catch (StoreUnavailableException e) {
            LOG.info("Something was not counted: {}", e.getMessage());
        }
    }

    private boolean isNews(Event event) {
        Instant now = clock.instant();
        Instant before =
                warned.merge(event, now, (last, instant) -> last.plus(QUIET).isAfter(instant) ? last : instant);
        return before.equals(now);
    }
}
