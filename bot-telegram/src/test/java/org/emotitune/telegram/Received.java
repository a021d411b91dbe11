package org.emotitune.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Takes what a source hands over, as the bot would. Thread-safe. */
final class Received implements Consumer<List<Update>> {
    private final List<Update> updates = new ArrayList<>();
    private final AtomicInteger batches = new AtomicInteger();
    private volatile Runnable before = () -> {};

    /** What happens at each hand-over before it is taken; may throw. */
    void before(Runnable deed) {
        before = deed;
    }

    @Override
    public void accept(List<Update> batch) {
        batches.incrementAndGet();
        before.run();
        synchronized (updates) {
            updates.addAll(batch);
        }
    }

    /** Hand-overs, failed ones too. */
    int batches() {
        return batches.get();
    }

    List<Update> all() {
        synchronized (updates) {
            return List.copyOf(updates);
        }
    }

    List<String> texts() {
        return all().stream()
                .filter(Update::hasMessage)
                .map(update -> update.getMessage().getText())
                .toList();
    }

    /** Waits for it, not for ever; also when it is interrupted. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("it took too long");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits for its end, not for ever. */
    static void join(Thread thread) {
        try {
            if (!thread.join(Duration.ofSeconds(60))) {
                throw new AssertionError("it took too long");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** For what nobody tells of. */
    static void until(BooleanSupplier so) {
        Instant end = Instant.now().plusSeconds(60);
        while (!so.getAsBoolean()) {
            Thread.onSpinWait();
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("it did not come to that");
            }
        }
    }
}
