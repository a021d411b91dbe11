package org.emotitune.person;

import org.jspecify.annotations.Nullable;

/** There is no key to hash people with. The message is one sentence for the operator, and tells nothing of the key. */
public final class UnusableKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
