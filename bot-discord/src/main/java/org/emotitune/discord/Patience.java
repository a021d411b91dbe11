package org.emotitune.discord;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait for Discord.
 *
 * @param first pause before it is called again at the start; each is twice the one before
 * @param longest of these pauses
 * @param quiet how long the gateway may be away before the operator is told
 */
record Patience(Duration first, Duration longest, Duration quiet) {
    static final Patience USUAL = new Patience(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(15));

    /**
     * By chance between half of it and all of it, lest many programs come back at the same moment.
     *
     * @param failures since it was last well, from 1
     */
    Duration pause(int failures, RandomGenerator random) {
        long whole = longest.toNanos();
        for (long each = first.toNanos(), n = 1; each < longest.toNanos(); each *= 2, n++) {
            if (n == failures) {
                whole = each;
            }
        }
        return Duration.ofNanos(random.nextLong(whole / 2, whole + 1));
    }
}
