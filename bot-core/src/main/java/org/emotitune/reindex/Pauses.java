package org.emotitune.reindex;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The pauses of a job while nobody can be asked to read: each longer than the last, and shared, so that several readers
 * that fail at the same time wait once. Thread-safe.
 */
final class Pauses {
    /** So many in a row, some eight minutes, and the job gives up. */
    static final int MOST = 6;

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Sleeps, so that tests need not. */
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /**
     * How a job waits.
     *
     * @param slice the longest that it does not look whether it is to end
     */
    record Waiting(InstantSource clock, Sleeper sleeper, Duration slice) {
        static final Waiting REAL = new Waiting(InstantSource.system(), Thread::sleep, Duration.ofSeconds(1));
    }

    private final JobControl control;
    private final Waiting waiting;

    private int inARow;
    private long begun;
    private long answers;
    private Instant end = Instant.MIN;

    Pauses(JobControl control, Waiting waiting) {
        this.control = control;
        this.waiting = waiting;
    }

    /** How many have begun so far. */
    synchronized long begun() {
        return begun;
    }

    /** How often there was a good answer so far. */
    synchronized long answers() {
        return answers;
    }

    /** There was a good answer. */
    synchronized void answered() {
        answers++;
        inARow = 0;
    }

    /**
     * Waits until the pause is over that is under way, or else a new one. Does not wait where one has passed since the
     * question was asked.
     *
     * @param before how many had begun when the question was asked that nobody could answer
     * @param reason for the operator
     * @throws JobStoppedException if there were as many in a row as there may be
     * @throws JobCancelledException if the job is to end
     */
    void pause(long before, String reason) {
        Instant until = end(before, reason);
        while (true) {
            endIfInterrupted();
            Duration left = Duration.between(waiting.clock().instant(), until);
            if (!left.isPositive()) {
                return;
            }
            control.check();
            sleep(left.compareTo(waiting.slice()) < 0 ? left : waiting.slice());
        }
    }

    private synchronized Instant end(long before, String reason) {
        Instant now = waiting.clock().instant();
        if (now.isBefore(end) || begun > before) {
            return now.isBefore(end) ? end : now;
        }
        if (inARow == MOST) {
            throw JobStoppedException.because(reason);
        }
        Duration length = FIRST.multipliedBy(1L << inARow);
        begun++;
        inARow++;
        end = now.plus(length.compareTo(LONGEST) < 0 ? length : LONGEST);
        return end;
    }

    private void sleep(Duration time) {
        try {
            waiting.sleeper().sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A reader is interrupted when the job ends: what it comes back with then is no answer. */
    static void endIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new JobCancelledException("the job is ending");
        }
    }
}
