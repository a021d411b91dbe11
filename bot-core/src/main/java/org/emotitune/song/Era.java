package org.emotitune.song;

/**
 * A span of years of first release, both ends included.
 *
 * @param from {@link #FIRST} where there is no beginning
 * @param to {@link #LAST} where there is no end
 */
public record Era(int from, int to) {
    public static final int FIRST = 1900;
    public static final int LAST = 2100;

    public Era {
        if (from < FIRST || to > LAST || from > to) {
            throw new IllegalArgumentException(
                    "no span of years in %d to %d: %d to %d".formatted(FIRST, LAST, from, to));
        }
    }

    /** @return the ten years that begin with this one, which ends in 0 */
    public static Era decade(int first) {
        return new Era(first, first + 9);
    }

    /** Whether it is one decade, as people name them. */
    public boolean isDecade() {
        return from % 10 == 0 && to == from + 9;
    }
}
