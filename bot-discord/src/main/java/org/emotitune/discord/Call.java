package org.emotitune.discord;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call of Discord's REST interface, and what came of it. The library keeps Discord's limits and repeats what met a
 * failing server; here is only waited, and never longer than a minute.
 */
final class Call {
    private static final Logger LOG = LoggerFactory.getLogger(Call.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** Of the process: told once, however many calls fail. */
    private static final Outage OUTAGE = new Outage("Calls to Discord succeed again", Clock.systemUTC());

    private Call() {}

    /** What came of it. */
    sealed interface Outcome<T> {
        default boolean isDone() {
            return this instanceof Done<T>;
        }

        default boolean met(Trouble trouble) {
            return this instanceof Failed<T>(var met) && met == trouble;
        }
    }

    record Done<T>(T value) implements Outcome<T> {}

    record Failed<T>(Trouble trouble) implements Outcome<T> {}

    /**
     * Does it and waits for it; for threads that may block.
     *
     * @param what for the log: a few words without anybody's name
     * @param action makes the call; what it throws is a failure like any other
     */
    static <T> Outcome<T> of(String what, Supplier<? extends RestAction<T>> action) {
        CompletableFuture<T> future;
        try {
            future = action.get().submit();
        } catch (RuntimeException e) {
            return failed(what, e);
        }
        try {
            T value = future.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            OUTAGE.well();
            return new Done<>(value);
        } catch (ExecutionException e) {
            return failed(what, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            future.cancel(true);
            return failed(what, e);
        } catch (CancellationException e) {
            return failed(what, e); // waited too long for its turn, or the bot ends
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.cancel(true);
            return new Failed<>(Trouble.UNKNOWN);
        }
    }

    private static <T> Failed<T> failed(String what, Throwable failure) {
        Trouble trouble = Trouble.of(failure);
        switch (trouble) {
            case REFUSED -> LOG.warn("Discord does not take {}: {}", what, reason(failure));
            case UNKNOWN -> OUTAGE.failed("Calls to Discord fail (%s: %s)".formatted(what, reason(failure)));
            case EXPIRED, TAKEN, GONE, FORBIDDEN -> LOG.debug("{}: {}", what, trouble);
        }
        return new Failed<>(trouble);
    }

    /** Codes and places only: what else Discord says may quote the message, and addresses have secrets in them. */
    private static String reason(Throwable failure) {
        if (!(failure instanceof ErrorResponseException answered)) {
            return failure.getClass().getSimpleName();
        }
        Throwable cause = answered.getCause();
        return cause == null ? codes(answered) : cause.getClass().getSimpleName();
    }

    private static String codes(ErrorResponseException answered) {
        return answered.getSchemaErrors().stream()
                .map(error -> " %s %s"
                        .formatted(
                                error.getLocation(),
                                error.getErrors().stream()
                                        .map(ErrorResponseException.ErrorCode::getCode)
                                        .toList()))
                .collect(Collectors.joining(",", String.valueOf(answered.getErrorCode()), ""));
    }
}
