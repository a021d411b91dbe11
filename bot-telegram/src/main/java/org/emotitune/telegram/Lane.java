package org.emotitune.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** The line of one chat and the virtual thread that serves it, as long as there is a line. The lock is the caller's. */
final class Lane {
    private enum State {
        OPEN,
        FILLED,
        SKIPPED,
        GONE
    }

    /** A place in a line. */
    static final class Ticket {
        private State state = State.OPEN;
        private @Nullable Runnable delivery;

        boolean isSkipped() {
            return state == State.SKIPPED;
        }
    }

    private final Deque<Ticket> line = new ArrayDeque<>();
    private final Thread thread;
    private final Condition changed;
    private boolean busy;

    /** @param service delivers what {@link #next} returns, until that is empty; begins with {@link #open} */
    Lane(Condition changed, Runnable service) {
        this.changed = changed;
        this.thread = Thread.ofVirtual().name("chat").unstarted(service);
    }

    void open() {
        thread.start();
    }

    Ticket add() {
        Ticket ticket = new Ticket();
        line.addLast(ticket);
        return ticket;
    }

    void fill(Ticket ticket, Runnable delivery) {
        if (ticket.state == State.FILLED) {
            throw new IllegalStateException("the place is filled already");
        }
        if (ticket.state == State.OPEN) {
            ticket.state = State.FILLED;
            ticket.delivery = delivery;
            changed.signal();
        }
    }

    /**
     * Ends the delivery before, and waits for the next one.
     *
     * @param longest time to wait for a place that is not filled, once it is the first
     * @param skipped called for each that was waited for in vain
     * @return empty where the line has ended
     */
    Optional<Runnable> next(Duration longest, Runnable skipped) {
        busy = false;
        while (!line.isEmpty()) {
            Ticket first = line.getFirst();
            if (await(first, longest.toNanos())) {
                line.remove(first);
                busy = first.delivery != null;
                return Optional.ofNullable(first.delivery);
            }
            if (first.state == State.OPEN) {
                first.state = State.SKIPPED;
                line.remove(first);
                skipped.run();
            }
        }
        return Optional.empty();
    }

    private boolean await(Ticket first, long nanos) {
        long left = nanos;
        while (first.state == State.OPEN && left > 0) {
            try {
                left = changed.awaitNanos(left);
            } catch (InterruptedException meantForTheDeliveryBefore) {
                // Whoever closes the line clears it as well.
            }
        }
        return first.state == State.FILLED;
    }

    int waiting() {
        return line.size();
    }

    /** With what is being delivered. */
    int size() {
        return line.size() + (busy ? 1 : 0);
    }

    void clear() {
        line.forEach(ticket -> ticket.state = State.GONE);
        line.clear();
        changed.signal();
    }

    void interrupt() {
        thread.interrupt();
    }
}
