package org.emotitune.emotion;

/** No song can be read any more for now, whichever: the budget is spent, the key is refused. What has been read stays. */
public final class ReadingStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message for the operator: what is the matter, and what to do */
    public ReadingStoppedException(String message) {
        super(message);
    }
}
