package org.emotitune.reindex;

/**
 * A running job's side of the board. To be used by the job's threads; thread-safe. Whatever writes or asks throws
 * {@link org.emotitune.index.StoreUnavailableException} if the database fails, or if this run is no longer the only one
 * of the job: the run is to end then, and the job is gone on with later.
 */
public interface JobControl {
    long id();

    /** Whether songs are read again that have not changed. */
    boolean everything();

    /**
     * A stage begins, or goes on.
     *
     * @param done what earlier runs of the same job have done of it
     */
    void begin(Stage stage, long done, long total);

    /** So many more are done. Written down at most once a second, so it may be called for every song. */
    void advance(long more);

    /** Written down at once. A second trouble of the same song in the same stage replaces the first. */
    void trouble(Trouble trouble);

    /** How many songs have failed so far, those of earlier runs of the job among them. */
    long failures();

    /** @throws JobCancelledException if somebody asked the job to end, or the program is ending; asks at most once a second */
    void check();
}
