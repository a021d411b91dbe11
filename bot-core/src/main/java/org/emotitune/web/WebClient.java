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

    /** However long a service asks to be left alone, it is asked again after this. */
    private static final Duration LONGEST_BAN = Duration.ofHours(1);

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
    public Answer send(Call call) {
        return ask(call, Deadline.none(), answer -> answer);
    }

    /** @throws ServiceUnavailableException as {@link #send}, or if a good answer is not JSON */
    JsonAnswer json(Call call) {
        return json(call, Deadline.none());
    }

    /**
     * The same in a bounded time: each attempt gets what is left of it at most, and a pause that would outlast it is
     * not begun.
     *
     * @throws ServiceUnavailableException as {@link #send}, or if a good answer is not JSON, or if the time is over
     */
    public JsonAnswer json(Call call, Duration within) {
        return json(call, Deadline.in(within));
    }

    private JsonAnswer json(Call call, Deadline end) {
        return ask(call, end, answer -> Json.read(service, call, answer));
    }

    private <T> T ask(Call call, Deadline end, Reading<T> reading) {
        if (end.isOver()) {
            throw new ServiceUnavailableException("There is no time left to ask %s.".formatted(service), null);
        }
        refuseIfLeftAlone();
        long start = breaker.getCurrentTimestamp();
        try {
            T result = persistently(call, end, reading);
            breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            return result;
        } catch (FailedAttempt e) {
            throw failed(e, start);
        } catch (RuntimeException e) {
            breaker.releasePermission();
            throw e;
        } catch (InterruptedException e) {
            breaker.releasePermission();
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableException("The call to %s was interrupted.".formatted(service), e, true);
        }
    }

    private ServiceUnavailableException failed(FailedAttempt last, long start) {
        ServiceUnavailableException failure = told(last);
        if (last.wasCutShort()) {
            breaker.releasePermission();
        } else {
            lastFailure.set(String.valueOf(failure.getMessage()));
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), failure);
        }
        return failure;
    }

    private ServiceUnavailableException told(FailedAttempt last) {
        Duration asked = last.askedWait();
        if (asked == null || !isTooLong(asked)) {
            return new ServiceUnavailableException(
                    String.valueOf(last.getMessage()), last.getCause(), last.mayHaveBeenServed());
        }
        Instant then = clock.instant().plus(asked.compareTo(LONGEST_BAN) > 0 ? LONGEST_BAN : asked);
        notBefore.set(then);
        return asksToWaitUntil(then, last);
    }

    private boolean isTooLong(Duration wait) {
        return wait.compareTo(policy.longestWait()) > 0;
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

    /** @throws FailedAttempt the last one */
    private <T> T persistently(Call call, Deadline end, Reading<T> reading) throws FailedAttempt, InterruptedException {
        Retry.AsyncContext<T> attempts = retry.asyncContext();
        while (true) {
            try {
                T result = reading.of(exchange.send(call, end.left()));
                attempts.onComplete();
                return result;
            } catch (FailedAttempt failure) {
                long millis = attempts.onError(failure);
                if (call.once() && failure.mayHaveBeenServed()) {
                    throw failure;
                }
                waitAfter(failure, millis, end);
            }
        }
    }

    /** @param millis to wait; negative if there is to be no other attempt, as there is none after the end */
    private void waitAfter(FailedAttempt failure, long millis, Deadline end)
            throws FailedAttempt, InterruptedException {
        Duration asked = failure.askedWait();
        boolean tooLong = asked != null && isTooLong(asked);
        if (tooLong || millis < 0 || !end.allows(Duration.ofMillis(millis))) {
            throw failure;
        }
        if (asked != null && asked.isPositive()) {
            waits.accept("%s asks to wait %s.".formatted(service, Waits.words(asked)));
        }
        sleeper.sleep(Duration.ofMillis(millis));
    }

    private ServiceUnavailableException asksToWaitUntil(Instant then, @Nullable FailedAttempt cause) {
        return new ServiceUnavailableException(
                "%s asks not to be asked again before %s.".formatted(service, MOMENT.format(then)),
                cause,
                cause != null && cause.mayHaveBeenServed());
    }
}
