package org.emotitune.recommend;

import java.util.Set;
import org.emotitune.song.SongId;

/**
 * What is asked for beside the feeling.
 *
 * @param limit most songs on the page, 1 to {@link #MOST_SONGS}
 * @param excluded songs that are not wanted
 */
public record Wish(int limit, Order order, Set<SongId> excluded) {
    public static final int MOST_SONGS = 50;
    public static final Wish DEFAULT = new Wish(5, Order.POPULARITY, Set.of());

    public Wish {
        if (limit < 1 || limit > MOST_SONGS) {
            throw new IllegalArgumentException("the number of songs is not in 1..%d: %d".formatted(MOST_SONGS, limit));
        }
        excluded = Set.copyOf(excluded);
    }
}
