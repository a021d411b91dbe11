package org.emotitune.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.emotitune.admin.JobMessages.JobMessage;
import org.emotitune.admin.JobWatches.Screen.Shown;

/**
 * A message that shows a job, and when it may be changed again. What is not about its place belongs to whoever has
 * {@link #take taken} it.
 */
final class JobWatch {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Duration edits;
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile JobMessage message;
    private volatile boolean replaced;
    private boolean kept;
    private boolean done;
    private String shown = "";
    private Instant next;
    private Duration wait;

    /**
     * @param next when it may be changed for the first time
     * @param edits least time between two changes
     * @param kept whether it is already, for the next start
     */
    JobWatch(JobMessage message, Instant next, Duration edits, boolean kept) {
        this.message = message;
        this.next = next;
        this.edits = edits;
        this.wait = edits;
        this.kept = kept;
    }

    JobMessage message() {
        return message;
    }

    long job() {
        return message.job();
    }

    void move(String to) {
        message = new JobMessage(message.job(), message.platform(), to, message.thread(), message.message());
    }

    /** A newer message shows the job in the same place. */
    void replace() {
        replaced = true;
    }

    boolean isReplaced() {
        return replaced;
    }

    /** @return whether it may be changed now, by the caller alone until {@link #giveBack} */
    boolean take(Instant now) {
        if (!taken.compareAndSet(false, true)) {
            return false;
        }
        if (now.isBefore(next)) {
            taken.set(false);
            return false;
        }
        return true;
    }

    void giveBack() {
        taken.set(false);
    }

    boolean isKept() {
        return kept;
    }

    void kept() {
        kept = true;
    }

    /** Whether nothing is to be shown any more. */
    boolean isDone() {
        return done;
    }

    void done() {
        done = true;
    }

    boolean shows(String text) {
        return text.equals(shown);
    }

    /**
     * Takes down what came of a change.
     *
     * @param to the message that was to be changed
     * @param now when that was over
     */
    void changed(JobMessage to, String text, Shown came, Instant now) {
        switch (came) {
            case DONE -> {
                shown = text;
                wait = edits;
            }
            case GONE -> done = to.equals(message); // else only the place that it had is gone
            case NOT_NOW -> later(now);
        }
        next = now.plus(wait);
    }

    /** Nothing could be done about it; the waits become longer. */
    void later(Instant now) {
        Duration longer = wait.multipliedBy(2);
        wait = longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
        next = now.plus(wait);
    }
}
