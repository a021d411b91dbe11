package org.emotitune.discord.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that there is in this Discord, behind one lock. */
final class World {
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final MovableClock clock = new MovableClock();
    private final Ids ids = new Ids();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, LocalServer> servers = new LinkedHashMap<>();
    private final Map<Long, LocalChannel> channels = new LinkedHashMap<>();
    private final Map<Long, Person> people = new LinkedHashMap<>();
    private final Files files = new Files();
    private final CommandBook commands = new CommandBook(this);
    private final Interactions interactions = new Interactions(this);
    private final Gateway gateway = new Gateway(this);
    private volatile boolean closed;

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

    void changes(Runnable work) {
        change(() -> {
            work.run();
            return this;
        });
    }

    @SuppressWarnings("WaitNotInLoop")
    private long awaitChange(long nanos) {
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
        changes(() -> closed = true);
    }

    MovableClock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** As Discord writes times. */
    String timestamp() {
        return OffsetDateTime.ofInstant(now(), ZoneOffset.UTC).toString();
    }

    Ids ids() {
        return ids;
    }

    Gateway gateway() {
        return gateway;
    }

    CommandBook commands() {
        return commands;
    }

    Interactions interactions() {
        return interactions;
    }

    Files files() {
        return files;
    }

    void add(LocalServer server) {
        changes(() -> servers.put(server.id(), server));
    }

    void add(LocalChannel channel) {
        changes(() -> channels.put(channel.id(), channel));
    }

    void add(Person person) {
        changes(() -> people.put(person.id(), person));
    }

    void remove(LocalChannel channel) {
        changes(() -> channels.remove(channel.id()));
    }

    List<LocalServer> servers() {
        return locked(() -> new ArrayList<>(servers.values()));
    }

    List<LocalChannel> channels() {
        return locked(() -> new ArrayList<>(channels.values()));
    }

    LocalServer server(long id) {
        LocalServer server = servers.get(id);
        if (server == null) {
            throw Refusal.unknownGuild();
        }
        return server;
    }

    LocalChannel channel(long id) {
        LocalChannel channel = channels.get(id);
        if (channel == null) {
            throw Refusal.unknownChannel();
        }
        return channel;
    }

    Person person(long id) {
        Person person = people.get(id);
        if (person == null) {
            throw Refusal.unknownUser();
        }
        return person;
    }
}
