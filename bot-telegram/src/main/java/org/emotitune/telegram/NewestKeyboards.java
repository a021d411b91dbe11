package org.emotitune.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * What the bot put below its messages a moment ago. A tap tells what the person saw, and edits may have been on their
 * way: at a message a second that is what happens to whoever taps three thumbs in a row. Thread-safe.
 */
final class NewestKeyboards {
    private static final int MOST = 2_000;
    /** Longer than anything waits to be sent. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private record Spot(String chat, int message) {}

    private final Cache<Spot, InlineKeyboardMarkup> newest =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** To be told of each call that was done; only edits count. */
    void noteOf(PartialBotApiMethod<?> call) {
        if (call instanceof EditMessageText edit) {
            note(edit.getChatId(), edit.getMessageId(), edit.getReplyMarkup());
        } else if (call instanceof EditMessageReplyMarkup edit) {
            note(edit.getChatId(), edit.getMessageId(), edit.getReplyMarkup());
        }
    }

    private void note(String chat, @Nullable Integer message, @Nullable InlineKeyboardMarkup keyboard) {
        if (message != null && keyboard != null) {
            newest.put(new Spot(chat, message), keyboard);
        }
    }

    /** @return as the tap tells it where the message was not edited lately */
    @Nullable
    InlineKeyboardMarkup below(Inbound.Tapped tapped) {
        Chat chat = tapped.chat();
        Integer message = tapped.message();
        InlineKeyboardMarkup known = chat == null || message == null
                ? null
                : newest.getIfPresent(new Spot(Long.toString(chat.id()), message));
        return known == null ? tapped.keyboard() : known;
    }
}
