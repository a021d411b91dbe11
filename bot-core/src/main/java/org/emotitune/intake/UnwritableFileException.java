package org.emotitune.intake;

import org.jspecify.annotations.Nullable;

/** A file cannot be written. The message says why. */
public final class UnwritableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnwritableFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
