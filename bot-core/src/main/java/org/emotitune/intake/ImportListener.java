package org.emotitune.intake;

/** Told of an import while it goes on, in the order of the rows, by the thread that imports. */
public interface ImportListener {
    /** @param reason a sentence for the operator: what is wrong, with the bad value */
    void refused(long row, String reason);

    /** The row was taken, but not all of it. */
    void noted(long row, String note);

    /** @param rows how many have been read so far, good or not; told after each */
    void read(long rows);
}
