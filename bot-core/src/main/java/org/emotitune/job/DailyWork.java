package org.emotitune.job;

/** Does something once a day in all processes together: whichever is first does it. */
public interface DailyWork extends AutoCloseable {

    /**
     * Does the work at once if it has never been done or is overdue, and then once a day. Returns before it is done. To
     * be called once.
     *
     * @param name the same in all processes and versions
     * @param work tried again soon if it throws
     */
    void start(String name, Runnable work);

    /** Starts no more work; waits for a few seconds at most for what is being done. */
    @Override
    void close();
}
