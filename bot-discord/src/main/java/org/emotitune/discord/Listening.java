package org.emotitune.discord;

/** In which channels every message is answered, kept for good. Thread-safe. */
interface Listening {
    /** @throws org.emotitune.index.StoreUnavailableException if that cannot be kept */
    void open(long channel);

    /**
     * Does nothing if it is not open.
     *
     * @throws org.emotitune.index.StoreUnavailableException if that cannot be kept
     */
    void close(long channel);
}
