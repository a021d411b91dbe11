package org.emotitune.telegram;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.emotitune.reception.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is sent to a chat, in the order in which it was asked for: one after another within a chat, chats beside each
 * other, each on a virtual thread. Thread-safe and bounded: one lock, held for microseconds and never while something
 * is delivered.
 */
final class Lanes {
    /** A place in the line of a chat, to be filled once; until then those behind it wait. */
    interface Place {
        /**
         * What to do when it is the chat's turn; calls of Telegram may block in it. Where the others have waited too
         * long for it and gone first, it comes at the end of the line.
         */
        void fill(Runnable delivery);

        /** There is nothing to deliver. */
        void leave();
    }

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    private final int perChat;
    private final Duration longest;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Map<Long, Lane> lanes = new HashMap<>();
    private final Set<Thread> atOnce = new HashSet<>();
    private long skipped;
    private boolean closing;
    private boolean closed;

    /**
     * @param perChat most places of a chat that wait
     * @param longest time that others wait for a place that is not filled, once it is the first in its line
     */
    Lanes(int perChat, Duration longest) {
        this.perChat = perChat;
        this.longest = longest;
    }

    /** @return empty where the line of the chat is too long, or closed */
    Optional<Place> join(long chat) {
        return locked(() -> {
            Lane lane = lanes.get(chat);
            boolean full = lane != null && lane.waiting() >= perChat;
            return closing || full ? Optional.empty() : Optional.of(stand(chat));
        });
    }

    private Standing stand(long chat) {
        Lane lane = lane(chat);
        return new Standing(chat, lane, lane.add());
    }

    private Lane lane(long chat) {
        return lanes.computeIfAbsent(chat, key -> {
            Lane lane = new Lane(lock.newCondition(), () -> serve(key));
            lane.open();
            return lane;
        });
    }

    private void serve(long chat) {
        for (var next = next(chat); next.isPresent(); next = next(chat)) {
            run(next.get());
        }
    }

    private Optional<Runnable> next(long chat) {
        return locked(() -> {
            Lane lane = lane(chat);
            ended.signalAll();
            Optional<Runnable> next = lane.next(longest, this::tellOfSkipped);
            if (next.isEmpty()) {
                lanes.remove(chat);
                ended.signalAll();
            }
            return next;
        });
    }

    private void tellOfSkipped() {
        skipped++;
        log.warn("An answer was not there within {}; what was behind it went first. So far: {}", longest, skipped);
    }

    private static void run(Runnable delivery) {
        // An interrupt of the delivery before is none of this one.
        var unused = Thread.interrupted();
        try {
            delivery.run();
        } catch (Throwable e) {
            // Whatever it is, the chat's line goes on.
            log.error("Something could not be delivered.\n{}", Trace.withoutWords(e));
        }
    }

    /** Does something for a chat without waiting in its line. Until all is closed, also while it closes. */
    void atOnce(Runnable delivery) {
        locked(() -> {
            if (closed) {
                log.warn("Something could not be delivered: the lines are closed.");
                return false;
            }
            Thread thread = Thread.ofVirtual().name("at once").unstarted(() -> {
                try {
                    run(delivery);
                } finally {
                    leave(Thread.currentThread());
                }
            });
            atOnce.add(thread);
            thread.start();
            return true;
        });
    }

    private void leave(Thread thread) {
        locked(() -> {
            ended.signalAll();
            return atOnce.remove(thread);
        });
    }

    /** How many places wait or are at work, of all chats, and what is done at once. */
    int size() {
        return locked(() -> lanes.values().stream().mapToInt(Lane::size).sum() + atOnce.size());
    }

    /** Forgets what waits for a chat: it is gone. */
    void drop(long chat) {
        locked(() -> {
            Lane lane = lanes.get(chat);
            if (lane != null) {
                lane.clear();
            }
            return ended;
        });
    }

    /**
     * Takes no more, and waits for what is under way; what takes longer than that is interrupted.
     *
     * @return how many deliveries were given up
     */
    int close(Duration patience) {
        return locked(() -> {
            closing = true;
            waitForEnd(patience.toNanos());
            closed = true;
            int givenUp = size();
            lanes.values().forEach(lane -> {
                lane.clear();
                lane.interrupt();
            });
            atOnce.forEach(Thread::interrupt);
            return givenUp;
        });
    }

    private void waitForEnd(long nanos) {
        long left = nanos;
        try {
            while (size() > 0 && left > 0) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Whoever closes is in a hurry.
            Thread.currentThread().interrupt();
        }
    }

    private <T> T locked(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    private final class Standing implements Place {
        private final long chat;
        private final Lane lane;
        private final Lane.Ticket ticket;

        Standing(long chat, Lane lane, Lane.Ticket ticket) {
            this.chat = chat;
            this.lane = lane;
            this.ticket = ticket;
        }

        @Override
        public void fill(Runnable delivery) {
            locked(() -> {
                if (ticket.isSkipped() && !closed) {
                    Standing last = stand(chat);
                    last.lane.fill(last.ticket, delivery);
                } else {
                    lane.fill(ticket, delivery);
                }
                return lane;
            });
        }

        @Override
        public void leave() {
            fill(() -> {});
        }
    }
}
