package org.emotitune.web;

import org.jspecify.annotations.Nullable;

/** Nobody is signed in to a service, or cannot be. The message says what to do, and holds no token. */
public final class SignInException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignInException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
