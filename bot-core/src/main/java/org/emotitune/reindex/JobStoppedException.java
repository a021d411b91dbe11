package org.emotitune.reindex;

/** The job cannot be done: the old index stays. The message says why, for the admin. */
public final class JobStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JobStoppedException(String message) {
        super(message);
    }
}
