package org.emotitune.recommend;

/**
 * Everything that a page of songs depends on, beside the feeling.
 *
 * @param limit most songs on the page, 1 to {@link #MOST_SONGS}
 */
public record Request(int limit, Order order, Wishes wishes, Taste taste) {
    public static final int MOST_SONGS = 50;
    public static final int USUAL_SONGS = 5;
    public static final Request USUAL = new Request(USUAL_SONGS, Order.POPULARITY, Wishes.NONE, Taste.UNKNOWN);

    public Request {
        if (limit < 1 || limit > MOST_SONGS) {
            throw new IllegalArgumentException("the number of songs is not in 1..%d: %d".formatted(MOST_SONGS, limit));
        }
    }
}
