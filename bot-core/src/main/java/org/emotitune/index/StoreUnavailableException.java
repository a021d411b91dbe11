package org.emotitune.index;

/**
 * The store of songs and vectors did not answer, or not as it should. Nothing was changed; trying again later may
 * help. The message is for the operator.
 */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what did not answer, as the beginning of a sentence
     * @param cause the first line of its message completes the sentence: drivers add details in further lines
     */
    public StoreUnavailableException(String what, Throwable cause) {
        super(what + ": " + firstLine(cause), cause);
    }

    /** @param message one sentence */
    public StoreUnavailableException(String message) {
        super(message);
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
