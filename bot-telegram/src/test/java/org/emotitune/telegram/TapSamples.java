package org.emotitune.telegram;

import java.util.List;
import java.util.Objects;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.emotitune.telegram.TelegramReplies.AfterTap;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** Taps on message 11, which answers message 10, and what came of them. */
final class TapSamples {
    static final Person PERSON = new Person(7, null, Language.SPANISH, null);

    private TapSamples() {}

    static InlineKeyboardMarkup below(Reply reply) {
        SendMessage message = (SendMessage) new TelegramReplies("tune_bot")
                .messages(reply, Chat.of(7), null)
                .getFirst();
        return (InlineKeyboardMarkup) Objects.requireNonNull(message.getReplyMarkup());
    }

    static Inbound.Tapped tap(Chat chat, InlineKeyboardMarkup keyboard, String action) {
        return new Inbound.Tapped("q", PERSON, chat, 11, keyboard, 10, action);
    }

    static List<?> calls(AfterTap after) {
        return ((AfterTap.Beside) after).calls();
    }

    static EditMessageReplyMarkup edit(AfterTap after) {
        return (EditMessageReplyMarkup) calls(after).getFirst();
    }

    static List<String> shown(AfterTap after) {
        return edit(after).getReplyMarkup().getKeyboard().stream()
                .flatMap(List::stream)
                .map((InlineKeyboardButton button) -> button.getText() + "=" + button.getCallbackData())
                .toList();
    }
}
