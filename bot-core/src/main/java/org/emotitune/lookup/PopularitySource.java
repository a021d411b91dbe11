package org.emotitune.lookup;

import java.util.OptionalInt;

/** Knows how popular recordings are. Thread-safe; waits by itself where a service wants to be asked slowly. */
public interface PopularitySource {
    /** Short, lower case: "deezer", "lastfm". */
    String name();

    /**
     * @return popularity on Spotify's scale, 0 to 100; empty if the service does not know the recording
     * @throws ServiceUnavailableException if that cannot be told now
     */
    OptionalInt popularity(Recording recording);
}
