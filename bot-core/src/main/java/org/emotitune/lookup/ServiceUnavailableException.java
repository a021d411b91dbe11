package org.emotitune.lookup;

import org.jspecify.annotations.Nullable;

/** A service outside did not answer, or not as it should. Trying again later may help. The message is for the operator. */
public final class ServiceUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean mayHaveBeenServed;

    /** @param message one sentence that names the service and holds neither key nor lyrics */
    public ServiceUnavailableException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    /** @param mayHaveBeenServed whether the service may have worked on the request nevertheless, and may bill it */
    public ServiceUnavailableException(String message, @Nullable Throwable cause, boolean mayHaveBeenServed) {
        super(message, cause);
        this.mayHaveBeenServed = mayHaveBeenServed;
    }

    public boolean mayHaveBeenServed() {
        return mayHaveBeenServed;
    }
}
