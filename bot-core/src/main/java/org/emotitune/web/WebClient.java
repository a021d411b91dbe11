package org.emotitune.web;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.emotitune.lookup.ServiceUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one service over HTTP: bounded in time and bytes, again after a pause where that may help, and not any more for
 * a while where it keeps failing. What it throws and tells holds no query, header or body. Thread-safe; an interrupt
 * ends a call with the thread still marked as interrupted.
 */
public final class WebClient {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Waits, so that tests need not. */
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /** Makes sense of an answer. */
    private interface Reading<T> {
        T of(Answer answer) throws FailedAttempt;
    }

    private final String service;
    private final Policy policy;
    private final Consumer<String> waits;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Exchange exchange;
    private final Retry retry;
    private final CircuitBreaker breaker;
    private final AtomicReference<String> lastFailure = new AtomicReference<>("");
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.MIN);

    /**
     * @param service its name as people read it
     * @param waits told in a sentence of every wait that the service asks for
     */
    public WebClient(String service, Policy policy, Consumer<String> waits) {
        this(service, policy, waits, Clock.systemUTC(), Thread::sleep);
    }

    WebClient(String service, Policy policy, Consumer<String> waits, Clock clock, Sleeper sleeper) {
        this.service = service;
        this.policy = policy;
        this.waits = waits;
        this.clock = clock;
        this.sleeper = sleeper;
        this.exchange = new Exchange(service, policy, clock);
        this.retry = Patience.retry(service, policy);
        this.breaker = Patience.breaker(service, policy, clock);
    }

    /** @throws ServiceUnavailableException if there is no answer, or only 429 or 5xx */
    Answer send(Call call) {
        return ask(call, answer -> answer);
    }

    /** @throws ServiceUnavailableException as {@link #send}, or if a good answer is not JSON */
    JsonAnswer json(Call call) {
        return ask(call, answer -> Json.read(service, call, answer));
    }

    private <T> T ask(Call call, Reading<T> reading) {
        refuseIfLeftAlone();
        long start = breaker.getCurrentTimestamp();
        try {
            T result = persistently(call, reading);
            breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            return result;
        } catch (ServiceUnavailableException e) {
            lastFailure.set(String.valueOf(e.getMessage()));
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), e);
            throw e;
        } catch (RuntimeException e) {
            breaker.releasePermission();
            throw e;
        } catch (InterruptedException e) {
            breaker.releasePermission();
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableException("The call to %s was interrupted.".formatted(service), e);
        }
    }

    private void refuseIfLeftAlone() {
        Instant then = notBefore.get();
        if (clock.instant().isBefore(then)) {
            throw asksToWaitUntil(then, null);
        }
        if (!breaker.tryAcquirePermission()) {
            throw new ServiceUnavailableException(
                    "%s is not asked any more for now: %d calls in a row failed, the last one because: %s"
                            .formatted(service, Patience.FAILURES, lastFailure.get()),
                    null);
        }
    }

    private <T> T persistently(Call call, Reading<T> reading) throws InterruptedException {
        Retry.AsyncContext<T> attempts = retry.asyncContext();
        while (true) {
            try {
                T result = reading.of(exchange.send(call));
                attempts.onComplete();
                return result;
            } catch (FailedAttempt failure) {
                waitAfter(failure, attempts.onError(failure));
            }
        }
    }

    /** @param millis to wait; negative if there is to be no other attempt */
    private void waitAfter(FailedAttempt failure, long millis) throws InterruptedException {
        Duration asked = failure.askedWait();
        if (asked != null && asked.compareTo(policy.longestWait()) > 0) {
            Instant then = clock.instant().plus(asked);
            notBefore.set(then);
            throw asksToWaitUntil(then, failure);
        }
        if (millis < 0) {
            throw new ServiceUnavailableException(String.valueOf(failure.getMessage()), failure.getCause());
        }
        if (asked != null && asked.isPositive()) {
            waits.accept("%s asks to wait %s.".formatted(service, Waits.words(asked)));
        }
        sleeper.sleep(Duration.ofMillis(millis));
    }

    private ServiceUnavailableException asksToWaitUntil(Instant then, @Nullable Throwable cause) {
        return new ServiceUnavailableException(
                "%s asks not to be asked again before %s.".formatted(service, MOMENT.format(then)), cause);
    }
}
