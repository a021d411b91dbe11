package org.emotitune.telegram;

import java.io.Serializable;
import java.time.Duration;
import org.emotitune.config.TelegramSettings;
import org.emotitune.telegram.Telegram.Limits;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Calls to a local Telegram, as a bot makes them. */
final class TelegramRig {
    static final Limits NO_LIMITS = new Limits(100_000, Duration.ZERO, 100_000);
    /** So that a test need not wait for real times. */
    static final Patience SHORT =
            new Patience(Duration.ofSeconds(6), Duration.ofSeconds(2), Duration.ofMillis(20), Duration.ofMillis(200));

    private TelegramRig() {}

    static Telegram to(LocalTelegram local, Limits limits, Patience patience) {
        return new Telegram(settings(local, LocalTelegram.TOKEN), limits, patience);
    }

    static Telegram to(LocalTelegram local) {
        return to(local, NO_LIMITS, SHORT);
    }

    static TelegramSettings settings(LocalTelegram local, String token) {
        return new TelegramSettings(token, local.address(), null);
    }

    static Outcome<Message> says(Telegram telegram, LocalChat chat, String text) {
        return telegram.call(chat.id(), message(chat, text));
    }

    static SendMessage message(LocalChat chat, String text) {
        return SendMessage.builder().chatId(chat.id()).text(text).build();
    }

    static Outcome<Serializable> edits(Telegram telegram, LocalChat chat, int id, String text) {
        PartialBotApiMethod<Serializable> edit = EditMessageText.builder()
                .chatId(chat.id())
                .messageId(id)
                .text(text)
                .build();
        return telegram.call(chat.id(), edit);
    }
}
