package org.emotitune.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.emotitune.reception.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Lets each update in once, also where Telegram sends it again after a restart. Somebody in danger is let in before
 * anything is looked up. While the database is away only memory tells which have come in: people are answered none the
 * less. Where much is under way the others wait a moment at the door, and their successors at Telegram.
 */
final class Doorstep implements Consumer<List<Update>>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doorstep.class);
    private static final int REMEMBERED = 10_000;
    /** Somebody in danger may be in the batch behind the one that waits for the database. */
    private static final Duration DATABASE = Duration.ofSeconds(1);
    /** How long the database is left alone after it has failed. */
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /**
     * How long a batch waits for room at most, for each of its updates: a webhook brings them one by one, and somebody
     * in danger may be behind as many of them as Telegram brings at the same time.
     */
    private static final Duration ROOM = Duration.ofMillis(20);

    private static final long LOOK_MS = 5;

    /**
     * What is behind the door.
     *
     * @param isUrgent whether somebody may be in danger; takes no time
     * @param handle called in the order of the updates; what it throws is logged, and the next one comes
     * @param isRoom whether it can take more
     */
    record Inside(Predicate<Update> isUrgent, Consumer<Update> handle, BooleanSupplier isRoom) {}

    private final String bot;
    private final Receipts receipts;
    private final Clock clock;
    private final Inside inside;
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Long> seen = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    /** No monitor: whoever waits within one keeps its processor, on Java 21, from those that are waited for. */
    private final ReentrantLock oneByOne = new ReentrantLock(true);

    private Instant tryAgain = Instant.MIN;

    /** @param botId updates are numbered for each bot by itself */
    Doorstep(long botId, Receipts receipts, Clock clock, Inside inside) {
        this.bot = "telegram:" + botId;
        this.receipts = receipts;
        this.clock = clock;
        this.inside = inside;
    }

    @Override
    public void accept(List<Update> batch) {
        oneByOne.lock();
        try {
            take(batch);
        } finally {
            oneByOne.unlock();
        }
    }

    private void take(List<Update> batch) {
        Map<Long, Update> fresh = new LinkedHashMap<>();
        for (Update update : batch) {
            long id = update.getUpdateId();
            if (seen.add(id)) {
                fresh.put(id, update);
            }
        }
        Set<Long> urgent = fresh.values().stream()
                .filter(this::isUrgent)
                .map(update -> (long) update.getUpdateId())
                .collect(Collectors.toSet());
        fresh.forEach((id, update) -> {
            if (urgent.contains(id)) {
                letIn(update);
            }
        });
        if (fresh.isEmpty()) {
            return;
        }
        Set<Long> taken = taken(Set.copyOf(fresh.keySet()));
        long end = System.nanoTime() + ROOM.multipliedBy(fresh.size()).toNanos();
        fresh.forEach((id, update) -> {
            if (taken.contains(id) && !urgent.contains(id)) {
                awaitRoom(end);
                letIn(update);
            }
        });
    }

    /** What cannot be told of one update must not keep out the others. */
    private boolean isUrgent(Update update) {
        try {
            return inside.isUrgent.test(update);
        } catch (RuntimeException e) {
            LOG.error(
                    "Whether an update is urgent could not be told: {}",
                    e.getClass().getName());
            return true; // the mistake that harms nobody
        }
    }

    /** Those that no process has taken in before, as far as can be told. */
    private Set<Long> taken(Set<Long> ids) {
        Instant now = clock.instant();
        if (now.isBefore(tryAgain)) {
            return ids;
        }
        Future<Set<Long>> asked = asking.submit(() -> receipts.take(bot, ids, now));
        try {
            return asked.get(DATABASE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            away(now, String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            away(now, "no answer within " + DATABASE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ids;
    }

    private void away(Instant now, String reason) {
        LOG.warn("Which updates have come in is remembered by this process alone for now: {}", reason);
        tryAgain = now.plus(PAUSE);
    }

    /** After that time people are let in all the same: whoever cannot be answered then gets an apology. */
    private void awaitRoom(long end) {
        try {
            while (!inside.isRoom.getAsBoolean() && System.nanoTime() - end < 0) {
                Thread.sleep(LOOK_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("CatchThrowable")
    private void letIn(Update update) {
        try {
            inside.handle.accept(update);
        } catch (Throwable e) { // one update must not end the others
            LOG.error("an update could not be handled: {}", e.getClass().getName());
        }
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
