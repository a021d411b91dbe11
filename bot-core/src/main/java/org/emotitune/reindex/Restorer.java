package org.emotitune.reindex;

/** Goes back to the index that was searched before this one. */
public interface Restorer {

    /** What came of it. */
    sealed interface Restored {
        /** Searches run on the older index. */
        record Older(long songs) implements Restored {}

        /** There is no older index. */
        record NoneKept() implements Restored {}

        /** A job is not over: it builds its index where the older one is, and would end with a newer one. */
        record Busy() implements Restored {}
    }

    Restored restore();
}
