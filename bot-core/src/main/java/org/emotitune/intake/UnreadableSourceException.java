package org.emotitune.intake;

import org.jspecify.annotations.Nullable;

/** A source cannot be read, or not to its end. The message says why and what to do. */
public final class UnreadableSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableSourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
