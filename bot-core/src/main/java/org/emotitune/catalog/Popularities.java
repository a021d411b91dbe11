package org.emotitune.catalog;

import org.jspecify.annotations.Nullable;

/** Counts popularities, to find their median in one pass. */
final class Popularities {
    /** Middle of Spotify's scale, for a catalog in which no popularity is known. */
    private static final int UNKNOWN_MEDIAN = 50;

    private final int[] counts = new int[101];
    private int known;

    void add(@Nullable Integer popularity) {
        if (popularity != null) {
            counts[popularity]++;
            known++;
        }
    }

    /** The upper median of those that are known, 0 to 100. */
    int median() {
        int below = 0;
        for (int popularity = 0; popularity < counts.length; popularity++) {
            below += counts[popularity];
            if (known > 0 && below > known / 2) {
                return popularity;
            }
        }
        return UNKNOWN_MEDIAN;
    }
}
