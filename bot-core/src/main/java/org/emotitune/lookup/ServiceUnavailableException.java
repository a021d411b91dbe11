package org.emotitune.lookup;

import org.jspecify.annotations.Nullable;

/** A service outside did not answer, or not as it should. Trying again later may help. The message is for the operator. */
public final class ServiceUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence that names the service and holds neither key nor lyrics */
    public ServiceUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
