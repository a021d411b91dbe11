package org.emotitune.telegram;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/** "is typing …" for people who wait longer than a moment. */
final class Typing implements AutoCloseable {
    /** Who is answered sooner sees no flicker, and Telegram gets no needless call. */
    private static final Duration MOMENT = Duration.ofMillis(400);
    /** Telegram shows it for five seconds. */
    private static final Duration AGAIN = Duration.ofMillis(4_500);

    private final Telegram telegram;
    private final Lanes lanes;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("typing").factory());

    Typing(Telegram telegram, Lanes lanes) {
        this.telegram = telegram;
        this.lanes = lanes;
    }

    /** @return ends it */
    Runnable in(Chat chat) {
        SendChatAction action = SendChatAction.builder()
                .chatId(chat.id())
                .messageThreadId(chat.thread())
                .action(ActionType.TYPING.toString())
                .build();
        AtomicBoolean onItsWay = new AtomicBoolean();
        Runnable show = () -> {
            if (onItsWay.compareAndSet(false, true)) {
                lanes.atOnce(() -> {
                    telegram.call(0, action);
                    onItsWay.set(false);
                });
            }
        };
        try {
            ScheduledFuture<?> shows =
                    clockwork.scheduleAtFixedRate(show, MOMENT.toMillis(), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            return () -> shows.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {}; // an apology is on its way
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
