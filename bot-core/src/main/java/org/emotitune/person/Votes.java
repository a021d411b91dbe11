package org.emotitune.person;

/**
 * What people have said of a song, one vote a person.
 *
 * @param up 0 or more
 * @param down 0 or more
 */
public record Votes(int up, int down) {
    public static final Votes NONE = new Votes(0, 0);

    public Votes {
        if (up < 0 || down < 0) {
            throw new IllegalArgumentException("votes cannot be negative: %d, %d".formatted(up, down));
        }
    }
}
