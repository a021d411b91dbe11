package org.emotitune.lookup;

/** Has lyrics. Thread-safe; waits by itself where a service wants to be asked slowly. */
public interface LyricsSource {
    /** Short, lower case: "lrclib", "folder", "genius". */
    String name();

    /** @throws ServiceUnavailableException if that cannot be told now */
    Lyrics find(Recording recording);
}
