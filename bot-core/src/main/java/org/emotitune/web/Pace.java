package org.emotitune.web;

import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.emotitune.lookup.ServiceUnavailableException;

/**
 * Politeness towards one service: it is asked one request at a time, first come first served, and never again before
 * some time has passed. Thread-safe.
 */
final class Pace {
    /** After a "too many requests": the first is the window in which Deezer counts, then twice as long each time. */
    static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));

    private final String service;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final BlockingBucket starts;
    private final WebClient.Sleeper sleeper;

    /** @param apart time from the start of a request to the earliest start of the next */
    Pace(String service, Duration apart) {
        this(service, apart, TimeMeter.SYSTEM_NANOTIME, Thread::sleep);
    }

    /** @param sleeper on the clock of {@code time} */
    Pace(String service, Duration apart, TimeMeter time, WebClient.Sleeper sleeper) {
        this.service = service;
        this.sleeper = sleeper;
        // Greedy: the one token grows back from the moment of its use. Interval refills are at fixed moments, and two
        // requests around one of them would follow each other at once.
        this.starts = Bucket.builder()
                .addLimit(limit -> limit.capacity(1).refillGreedy(1, apart))
                .withCustomTimePrecision(time)
                .build()
                .asBlocking();
    }

    /** @throws ServiceUnavailableException if the thread is interrupted before its turn; it stays interrupted */
    <T> T inTurn(Supplier<T> request) {
        return inTurn(request, answer -> false);
    }

    /**
     * Asks again after each of the {@link #PAUSES}, without letting others pass, while the answer is a refusal.
     *
     * @return the first answer that is no refusal, or the last refusal
     * @throws ServiceUnavailableException if the thread is interrupted while it waits; it stays interrupted
     */
    <T> T inTurn(Supplier<T> request, Predicate<T> refused) {
        try {
            turn.lockInterruptibly();
            try {
                return patiently(request, refused);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableException("The call to %s was interrupted.".formatted(service), e);
        }
    }

    private <T> T patiently(Supplier<T> request, Predicate<T> refused) throws InterruptedException {
        T answer = next(request);
        for (Duration pause : PAUSES) {
            if (!refused.test(answer)) {
                return answer;
            }
            sleeper.sleep(pause);
            answer = next(request);
        }
        return answer;
    }

    private <T> T next(Supplier<T> request) throws InterruptedException {
        starts.consume(1, nanos -> sleeper.sleep(Duration.ofNanos(nanos)));
        return request.get();
    }
}
