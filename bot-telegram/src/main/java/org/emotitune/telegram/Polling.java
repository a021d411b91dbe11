package org.emotitune.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.emotitune.config.TelegramSettings;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Asks Telegram for updates, in a loop of its own (docs/decisions/0017-own-poll-loop.md).
 *
 * <p>A batch is acknowledged by the poll after it, so what was not handed over comes again: after a restart the last
 * batch does. Once it is acknowledged the next poll names no id: ids may begin anew anywhere after a week of silence.
 */
final class Polling implements UpdateSource {
    private static final int HOLD_SECONDS = 50;
    private static final int FROM_THE_OLDEST = 0;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LAST = Duration.ofSeconds(1);

    private final Line line;
    private int offset = FROM_THE_OLDEST;
    private volatile @Nullable Thread poller;

    /** @param settings with a token */
    Polling(TelegramSettings settings) {
        this(settings, Clock.systemUTC(), BackOff.usual(new Random()));
    }

    Polling(TelegramSettings settings, Clock clock, BackOff backOff) {
        this.line = new Line(settings, Duration.ofSeconds(HOLD_SECONDS), clock, backOff);
    }

    @Override
    public void start(Consumer<List<Update>> updates, Runnable rejected) {
        HandOver handOver = new HandOver(updates);
        poller = Thread.ofVirtual().name("telegram-polling").start(() -> run(handOver, rejected));
    }

    private void run(HandOver handOver, Runnable rejected) {
        try {
            // While a webhook is set nobody can poll. What waits for it is kept, and comes here.
            Optional<?> begun = line.insist(telegram -> telegram.executeAsync(new DeleteWebhook()), rejected);
            while (begun.isPresent()) {
                Optional<? extends List<Update>> batch =
                        line.insist(telegram -> telegram.executeAsync(nextPoll()), rejected);
                if (batch.isEmpty()) {
                    return;
                }
                handOver(batch.get(), handOver);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After a failure it is not held, to find out soon that all is well again. */
    private Poll nextPoll() {
        return new Poll(offset, line.isDown() ? 0 : HOLD_SECONDS);
    }

    private void handOver(List<Update> batch, HandOver handOver) {
        if (batch.isEmpty()) {
            offset = FROM_THE_OLDEST;
            return;
        }
        handOver.give(batch);
        offset = batch.getLast().getUpdateId() + 1;
    }

    @Override
    public void close() {
        line.close();
        Thread running = poller;
        if (running == null || running.equals(Thread.currentThread())) {
            return;
        }
        try {
            if (!running.join(PATIENCE)) {
                running.interrupt();
                var unused = running.join(LAST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
