package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that there is in this Telegram, behind one lock. */
final class World {
    private static final Duration GLANCE = Duration.ofMillis(20);
    static final long BOT_ID = 4_242;
    static final String BOT_NAME = "EmotiTuneBot";

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, LocalChat> chats = new HashMap<>();
    private final Map<Long, Person> people = new HashMap<>();
    private final AtomicLong lastId = new AtomicLong(1_000);
    private final Updates updates = new Updates(this);
    private final Files files = new Files();
    private final Queries queries;
    private boolean privacy = true;
    private boolean closed;

    World(Clock clock) {
        this.clock = clock;
        this.queries = new Queries(clock);
    }

    <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes whoever waits for something afterwards. */
    <T extends @Nullable Object> T change(Supplier<T> work) {
        return locked(() -> {
            T result = work.get();
            changed.signalAll();
            return result;
        });
    }

    /** Waits, inside of the lock and of the caller's loop, until something changes. @return nanoseconds that are left */
    @SuppressWarnings("WaitNotInLoop")
    long awaitChange(long nanos) {
        try {
            return closed ? 0 : changed.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Also for what happens outside of this world: it looks from time to time. @return whether it came to that */
    boolean until(BooleanSupplier so, Duration patience) {
        return locked(() -> {
            long end = System.nanoTime() + patience.toNanos();
            while (!so.getAsBoolean() && !closed && System.nanoTime() - end < 0) {
                awaitChange(GLANCE.toNanos());
            }
            return so.getAsBoolean();
        });
    }

    /** Lets time pass, but not after the end. */
    void pause(Duration time) {
        locked(() -> {
            long left = time.toNanos();
            while (left > 0 && !closed) {
                left = awaitChange(left);
            }
            return closed;
        });
    }

    void close() {
        change(() -> closed = true);
    }

    boolean isClosed() {
        return closed;
    }

    long now() {
        return TimeUnit.MILLISECONDS.toSeconds(clock.millis());
    }

    long newId() {
        return lastId.incrementAndGet();
    }

    LocalChat add(LocalChat chat) {
        return change(() -> {
            chats.put(chat.id(), chat);
            return chat;
        });
    }

    void add(Person person) {
        change(() -> people.put(person.id(), person));
    }

    /** The chat that a call names by its number or by its "@name". */
    LocalChat chat(Params params) {
        String id = params.text("chat_id");
        if (id.isEmpty()) {
            throw Refusal.bad("chat_id is empty");
        }
        LocalChat found = id.startsWith("@")
                ? named(id.substring(1))
                : chats.get(params.number("chat_id").orElse(0));
        if (found == null) {
            throw Refusal.bad("chat not found");
        }
        return found;
    }

    /** People are not found by their names, only groups and channels. */
    private @Nullable LocalChat named(String name) {
        return chats.values().stream()
                .filter(chat -> !chat.isPrivate() && name.equalsIgnoreCase(chat.username()))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Person person(long id) {
        return people.get(id);
    }

    List<LocalChat> chats() {
        return locked(() -> List.copyOf(chats.values()));
    }

    Updates updates() {
        return updates;
    }

    Files files() {
        return files;
    }

    Queries queries() {
        return queries;
    }

    boolean privacy() {
        return privacy;
    }

    void privacy(boolean on) {
        change(() -> privacy = on);
    }

    /** The bot as other chats see it. */
    static ObjectNode bot() {
        return Json.object()
                .put("id", BOT_ID)
                .put("is_bot", true)
                .put("first_name", "EmotiTune")
                .put("username", BOT_NAME);
    }
}
