package org.emotitune.reindex;

/** Tells what a job would cost, without doing any of it. */
public interface Estimator {
    /** @param everything whether songs are to be read again that have not changed */
    Estimate estimate(boolean everything);
}
