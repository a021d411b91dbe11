package org.emotitune.reindex;

/** Ends a job in which too much goes wrong, before it replaces a good index. Thread-safe. */
final class FailureLimit {
    private final JobControl control;
    private final long songs;
    private final double share;

    /**
     * @param songs that the job has to do with, all its runs together
     * @param share of them that may fail, 0 to 1; one may always
     */
    FailureLimit(JobControl control, long songs, double share) {
        this.control = control;
        this.songs = songs;
        this.share = share;
    }

    /** @throws JobStoppedException if more has failed than may */
    void check() {
        long failures = control.failures();
        if (failures > Math.max(1, share * songs)) {
            throw new JobStoppedException("""
                    Stopped: %d of %d songs failed, more than the %.0f %% that may. The index is as it was; what was read is \
                    kept for the next reindex.""".formatted(failures, songs, 100 * share));
        }
    }
}
