package org.emotitune.web;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;

/** When to ask again, and when not to any more. */
final class Patience {
    /** Calls in a row, each with all its attempts, after which a service is left alone. */
    static final int FAILURES = 5;

    /** Half a second, a second, two seconds, each give or take a half, so that many callers do not return at once. */
    private static final IntervalFunction BACKOFF = IntervalFunction.ofExponentialRandomBackoff(500, 2.0, 0.5);

    private Patience() {}

    static Retry retry(String service, Policy policy) {
        RetryConfig config = RetryConfig.custom()
                .maxAttempts(policy.attempts())
                .retryOnException(failure -> failure instanceof FailedAttempt attempt && attempt.maySucceedLater())
                .intervalBiFunction((attempt, outcome) -> millis(attempt, outcome.getLeft()))
                .build();
        return Retry.of(service, config);
    }

    private static long millis(int attempt, Throwable failure) {
        long own = BACKOFF.apply(attempt);
        Duration asked = failure instanceof FailedAttempt failed ? failed.askedWait() : null;
        return asked == null ? own : Math.max(own, asked.toMillis());
    }

    static CircuitBreaker breaker(String service, Policy policy, Clock clock) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(FAILURES)
                .minimumNumberOfCalls(FAILURES)
                .failureRateThreshold(100)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(policy.pause())
                .build();
        return CircuitBreaker.of(service, config);
    }
}
