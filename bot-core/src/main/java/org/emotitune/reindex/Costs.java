package org.emotitune.reindex;

/** Tells what jobs have cost at a service that has to be paid. Thread-safe. */
public interface Costs {
    /**
     * @return what a job has cost so far, all its runs together; {@link Spent#NONE} if it is not known
     * @throws org.emotitune.index.StoreUnavailableException if the database fails
     */
    Spent of(long job);
}
