package org.emotitune.reindex;

/** What a job does. */
public interface JobWork {
    /**
     * Does the job, or goes on with it: what an earlier run has done is found done.
     *
     * @return one sentence on what came of it
     * @throws JobCancelledException if it was told to end
     * @throws JobStoppedException if it cannot be done
     */
    String run(JobControl control);
}
