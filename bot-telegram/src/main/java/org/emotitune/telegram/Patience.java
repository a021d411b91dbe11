package org.emotitune.telegram;

import java.time.Duration;

/**
 * How long a call is tried.
 *
 * @param inAll with all its waiting; also how long Telegram may be out of reach
 * @param inTrouble after the first answer that tells of trouble at Telegram's
 * @param first pause after a failure; the next ones are twice as long each
 * @param longest pause
 */
record Patience(Duration inAll, Duration inTrouble, Duration first, Duration longest) {
    static final Patience USUAL =
            new Patience(Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofMillis(500), Duration.ofSeconds(5));

    Attempts begin() {
        return new Attempts(this);
    }

    /** For what is worth trying to the end, also while Telegram is in trouble. */
    Attempts beginUrgent() {
        return new Attempts(new Patience(inAll, inAll, first, longest));
    }

    /** The attempts of one call. */
    static final class Attempts {
        private final Patience patience;
        private final long end;
        private long endOfTrouble;
        private boolean trouble;
        private Duration pause;

        private Attempts(Patience patience) {
            this.patience = patience;
            this.end = System.nanoTime() + patience.inAll.toNanos();
            this.pause = patience.first;
        }

        Duration left() {
            return Duration.ofNanos(end - System.nanoTime());
        }

        /** Waits. @return false, at once, where there is not that much time */
        boolean wait(Duration time) throws InterruptedException {
            boolean fits = time.compareTo(left()) < 0;
            if (fits) {
                Thread.sleep(time);
            }
            return fits;
        }

        /** Waits before the next attempt. @return false where there is to be none */
        boolean afterLoss() throws InterruptedException {
            Duration now = pause;
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(patience.longest) < 0 ? twice : patience.longest;
            return wait(now);
        }

        /** As {@link #afterLoss}, for less long. */
        boolean afterTrouble() throws InterruptedException {
            if (!trouble) {
                trouble = true;
                endOfTrouble = System.nanoTime() + patience.inTrouble.toNanos();
            }
            return System.nanoTime() + pause.toNanos() - endOfTrouble < 0 && afterLoss();
        }
    }
}
