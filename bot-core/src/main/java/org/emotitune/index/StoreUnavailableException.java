package org.emotitune.index;

/**
 * The store of songs and vectors did not answer, or not as it should. Nothing was changed; trying again later may
 * help. The message is for the operator.
 */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
