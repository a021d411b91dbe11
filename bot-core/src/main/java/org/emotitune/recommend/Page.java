package org.emotitune.recommend;

import java.util.List;

/** What the catalog has for a feeling. */
public sealed interface Page {
    /** Songs in the order asked for. */
    List<Recommendation> songs();

    /**
     * Songs that match.
     *
     * @param again whether some were given to the person lately, since too little else fits
     */
    record Matches(List<Recommendation> songs, boolean again) implements Page {
        public Matches {
            songs = List.copyOf(songs);
        }
    }

    /** Nothing is close enough: the nearest songs, to be called that and not a match; none if there are no songs. */
    record NothingClose(List<Recommendation> songs) implements Page {
        public NothingClose {
            songs = List.copyOf(songs);
        }
    }
}
