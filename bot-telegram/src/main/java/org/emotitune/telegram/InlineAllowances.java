package org.emotitune.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * How many inline queries each person may still ask: a bucket that fills up again steadily. They live in memory only
 * and are forgotten once they must be full again. Thread-safe.
 */
final class InlineAllowances {
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final int queries;
    private final TimeMeter time;
    private final Cache<Long, Bucket> buckets;

    /**
     * @param queries of one person in a row; they come back in five minutes
     * @param people remembered at most; beyond, those who ask rarely are forgotten first
     */
    InlineAllowances(int queries, int people, InstantSource clock) {
        this.queries = queries;
        this.time = new Milliseconds(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(people)
                .expireAfterAccess(PERIOD)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** Uses up one query. @return false where none is left, which uses up nothing */
    boolean take(long person) {
        return buckets.get(person, ignored -> full()).tryConsume(1);
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(queries).refillGreedy(queries, PERIOD))
                .withCustomTimePrecision(time)
                .build();
    }

    private record Milliseconds(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
