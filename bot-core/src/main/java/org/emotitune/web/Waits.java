package org.emotitune.web;

import java.time.Duration;

/** Spans of time in words. */
final class Waits {
    private Waits() {}

    /** @return "12 s", "3 min", "2 h 5 min", "250 ms" */
    static String words(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return time.toMillis() + " ms";
        }
        if (time.compareTo(Duration.ofMinutes(2)) < 0) {
            return time.toSeconds() + " s";
        }
        if (time.compareTo(Duration.ofHours(2)) < 0) {
            return time.toMinutes() + " min";
        }
        return "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
}
