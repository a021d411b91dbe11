package org.emotitune.reindex;

/** The job is to end now: somebody cancelled it, or the program ends and another one goes on with it. */
public final class JobCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JobCancelledException(String message) {
        super(message);
    }
}
