package org.emotitune.llm;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.web.Deadline;

/** Lets only so many calls be under way at the same time. Thread-safe. */
final class Gate {
    /** No model answers in less: a call that begins with less to go would be paid for and thrown away. */
    private static final Duration LEAST = Duration.ofMillis(250);

    /** A waiting call looks so often whether its time is over. */
    private static final Duration SLICE = Duration.ofMillis(20);

    private final int places;
    private final Bulkhead bulkhead;

    Gate(int places) {
        this.places = places;
        BulkheadConfig config = BulkheadConfig.custom()
                .maxConcurrentCalls(places)
                .maxWaitDuration(SLICE)
                .build();
        this.bulkhead = Bulkhead.of("language model", config);
    }

    /**
     * Waits for a place. The wait of a bulkhead is the same for all; ours ends with the caller's time.
     *
     * @throws CrowdedException if there was none while there was time for a call
     * @throws ServiceUnavailableException if there is no such time from the beginning, or the thread is interrupted
     */
    void enter(Duration within) {
        Deadline end = Deadline.in(within.minus(LEAST));
        if (end.isOver()) {
            throw new ServiceUnavailableException("There is no time left to ask the language model.", null);
        }
        while (!bulkhead.tryAcquirePermission()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ServiceUnavailableException("The call to the language model was interrupted.", null);
            }
            if (end.isOver()) {
                throw new CrowdedException(places);
            }
        }
        if (end.isOver()) {
            leave();
            throw new CrowdedException(places);
        }
    }

    void leave() {
        bulkhead.onComplete();
    }
}
