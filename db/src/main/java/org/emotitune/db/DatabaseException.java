package org.emotitune.db;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The database cannot be had or cannot be used as it is. The message is one clear sentence or two for the person who
 * runs the program, without a password; the cause is for the log.
 */
public final class DatabaseException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseException(String message) {
        super(message);
    }

    DatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
