package org.emotitune.reindex;

/** The job cannot be done: the old index stays. The message says why, for the admin. */
public final class JobStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JobStoppedException(String message) {
        super(message);
    }

    /** @param reason why no song can be read any more, with or without a full stop */
    static JobStoppedException because(String reason) {
        return new JobStoppedException(
                "Stopped: %s%s The index is as it was; what was read is kept for the next reindex."
                        .formatted(reason, reason.endsWith(".") ? "" : "."));
    }
}
