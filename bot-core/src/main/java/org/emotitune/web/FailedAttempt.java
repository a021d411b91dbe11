package org.emotitune.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An attempt came to nothing. The message is a sentence for the operator. */
final class FailedAttempt extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean maySucceedLater;
    private final @Nullable Duration askedWait;

    private FailedAttempt(
            String message, @Nullable Throwable cause, boolean maySucceedLater, @Nullable Duration askedWait) {
        super(message, cause);
        this.maySucceedLater = maySucceedLater;
        this.askedWait = askedWait;
    }

    static FailedAttempt forNow(String message, @Nullable Throwable cause) {
        return new FailedAttempt(message, cause, true, null);
    }

    /** @param askedWait that the service asks for; null where it does not */
    static FailedAttempt forNow(String message, @Nullable Duration askedWait) {
        return new FailedAttempt(message, null, true, askedWait);
    }

    /** Another attempt would end in the same way. */
    static FailedAttempt forGood(String message) {
        return new FailedAttempt(message, null, false, null);
    }

    boolean maySucceedLater() {
        return maySucceedLater;
    }

    @Nullable
    Duration askedWait() {
        return askedWait;
    }
}
