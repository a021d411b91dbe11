package org.emotitune.web;

import java.time.Duration;

/** A moment until which something has to be over. Setting the computer's clock does not move it. */
public final class Deadline {
    /** What takes longer than this is not bounded at all. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration time) {
        Duration bounded = time.compareTo(LONGEST) > 0 ? LONGEST : time;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    static Deadline none() {
        return in(LONGEST);
    }

    /** Zero or less once it is over. */
    public Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    public boolean isOver() {
        return !left().isPositive();
    }

    /** Whether something that takes so long is over by then. */
    boolean allows(Duration time) {
        return left().compareTo(time) > 0;
    }
}
