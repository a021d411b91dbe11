package org.emotitune.emotion;

/** A file that belongs to the program is damaged: nothing to retry, somebody has to mend it. */
public final class BrokenResourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence that names the file and, where known, the line */
    public BrokenResourceException(String message, Throwable cause) {
        super(message, cause);
    }

    public BrokenResourceException(String message) {
        super(message);
    }
}
