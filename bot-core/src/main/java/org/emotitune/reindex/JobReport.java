package org.emotitune.reindex;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands, or how it ended.
 *
 * @param everything whether songs are read again that have not changed
 * @param askedBy who started it, as the adapters name people to admins
 * @param stage null before the first one
 * @param done how much of the stage is done, in its own unit (songs, words)
 * @param stageAt when the stage began, or went on after an interruption
 * @param doneThen how much was done then
 * @param message one sentence: what came of it, or why it stopped; null while it runs
 * @param troubles reason to number of songs, by the alphabet; a few seconds old if the job is not over; empty for all but
 *     the last ten jobs
 */
public record JobReport(
        long id,
        State state,
        boolean everything,
        String askedBy,
        @Nullable Stage stage,
        long done,
        long total,
        Instant askedAt,
        @Nullable Instant stageAt,
        long doneThen,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable String message,
        Map<String, Long> troubles) {
    public enum State {
        /** Nobody has begun it yet. */
        WAITING,
        RUNNING,
        DONE,
        /** Ended before it was done: too many failures, or one that concerns everything. The old index stays. */
        STOPPED,
        CANCELLED;

        public boolean isOver() {
            return this != WAITING && this != RUNNING;
        }
    }

    public JobReport {
        troubles = Collections.unmodifiableSortedMap(new TreeMap<>(troubles));
    }

    /** Songs, or words, a second since the stage began; empty where nothing can be said yet. */
    public OptionalDouble rate() {
        if (stageAt == null || done <= doneThen || !updatedAt.isAfter(stageAt)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((done - doneThen)
                * 1000.0
                / Duration.between(stageAt, updatedAt).toMillis());
    }

    /** Time until the stage is done, if it goes on as it has. */
    public Optional<Duration> timeLeft() {
        OptionalDouble rate = rate();
        return rate.isEmpty() || done >= total
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round((total - done) / rate.getAsDouble() * 1000)));
    }
}
