package org.emotitune.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An attempt came to nothing. The message is a sentence for the operator. */
final class FailedAttempt extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean maySucceedLater;
    private final @Nullable Duration askedWait;
    private final boolean mayHaveBeenServed;
    private final boolean wasCutShort;

    private FailedAttempt(
            String message, @Nullable Throwable cause, boolean maySucceedLater, @Nullable Duration askedWait) {
        super(message, cause);
        this.maySucceedLater = maySucceedLater;
        this.askedWait = askedWait;
        this.mayHaveBeenServed = false;
        this.wasCutShort = false;
    }

    private FailedAttempt(FailedAttempt same, boolean wasCutShort) {
        super(same.getMessage(), same.getCause());
        this.maySucceedLater = same.maySucceedLater;
        this.askedWait = same.askedWait;
        this.mayHaveBeenServed = true;
        this.wasCutShort = wasCutShort;
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

    /** The same, but the service may have worked on it. */
    FailedAttempt served() {
        return new FailedAttempt(this, wasCutShort);
    }

    /** The same, but there was so little time that it says nothing of the service. */
    FailedAttempt cutShort() {
        return new FailedAttempt(this, true);
    }

    /** Whether the service may have worked on it, and may bill it. */
    boolean mayHaveBeenServed() {
        return mayHaveBeenServed;
    }

    boolean wasCutShort() {
        return wasCutShort;
    }

    boolean maySucceedLater() {
        return maySucceedLater;
    }

    @Nullable
    Duration askedWait() {
        return askedWait;
    }
}
