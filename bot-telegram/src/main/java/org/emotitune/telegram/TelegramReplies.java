package org.emotitune.telegram;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Replies as calls of the Bot API. Pure. */
final class TelegramReplies {
    private final String botName;

    /** @param botName without "@", for links to the bot */
    TelegramReplies(String botName) {
        this.botName = botName;
    }

    /**
     * A reply as new messages, in this order: one, unless it is too long for that or comes with a file. Of several, the
     * first one has the buttons of the songs and the last one the others.
     *
     * @param to for a reply that is private: the person's own chat
     * @param inReplyTo id of the message that is quoted; null to quote none
     */
    List<PartialBotApiMethod<?>> messages(Reply reply, Chat to, @Nullable Integer inReplyTo) {
        List<PartialBotApiMethod<?>> messages = new ArrayList<>();
        for (Sheet sheet : Sheet.of(reply)) {
            messages.add(send(sheet, to, messages.isEmpty() ? inReplyTo : null));
        }
        if (reply instanceof Reply.Information(var ignored, var paragraphs, var file, var buttons) && file != null) {
            messages.add(document(file, to));
        }
        return messages;
    }

    private static SendMessage send(Sheet sheet, Chat to, @Nullable Integer inReplyTo) {
        return SendMessage.builder()
                .chatId(to.id())
                .messageThreadId(to.thread())
                .replyParameters(inReplyTo == null ? null : quote(inReplyTo))
                .text(sheet.text().source())
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(sheet.preview())
                .replyMarkup(sheet.keyboard())
                .build();
    }

    private static ReplyParameters quote(int message) {
        return ReplyParameters.builder()
                .messageId(message)
                .allowSendingWithoutReply(true)
                .build();
    }

    private static SendDocument document(Reply.TextFile file, Chat to) {
        return SendDocument.builder()
                .chatId(to.id())
                .messageThreadId(to.thread())
                .document(new InputFile(new Bytes(file.content()), file.name()))
                .build();
    }

    /** The same each time it is read: the client reads it whole, and a call may have to be made again. */
    private static final class Bytes extends ByteArrayInputStream {
        Bytes(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public synchronized byte[] readAllBytes() {
            return buf.clone();
        }
    }

    /**
     * In a group, where a private reply could not be given to the person: says so, with a link to the bot. It does not
     * tell the others what it is about.
     */
    PartialBotApiMethod<?> elsewhere(Reply reply, Chat to, @Nullable Integer inReplyTo) {
        return switch (reply) {
            case Reply.Crisis crisis -> send(pointer("crisis", "sos", crisis.language()), to, inReplyTo);
            case Reply.Information information ->
                send(pointer("information", "help", information.language()), to, inReplyTo);
            case Reply.Apology apology -> first(apology, to, inReplyTo);
            case Reply.Songs songs -> first(songs, to, inReplyTo);
            case Reply.NothingClose nothing -> first(nothing, to, inReplyTo);
            case Reply.Question question -> first(question, to, inReplyTo);
            case Reply.Acknowledgement acknowledgement -> first(acknowledgement, to, inReplyTo);
        };
    }

    private static SendMessage first(Reply reply, Chat to, @Nullable Integer inReplyTo) {
        return send(Sheet.of(reply).getFirst(), to, inReplyTo);
    }

    private Sheet pointer(String about, String start, Language language) {
        String label = TelegramTexts.in(language, "elsewhere." + about + ".button");
        return new Sheet(
                Html.text(TelegramTexts.in(language, "elsewhere." + about)),
                Sheet.noPreview(),
                Keyboards.leadingTo(label, "https://t.me/" + botName + "?start=" + start));
    }

    /** For what the bot cannot read. */
    static SendMessage inWordsPlease(Inbound.Wordless wordless) {
        return SendMessage.builder()
                .chatId(wordless.chat().id())
                .messageThreadId(wordless.chat().thread())
                .replyParameters(quote(wordless.message()))
                .text(TelegramTexts.in(wordless.person().locale(), "wordless"))
                .build();
    }

    /** What is to be done after a tap, and what the person sees at once. */
    sealed interface AfterTap {
        /** Answers the tap; without text where something else is shown. */
        AnswerCallbackQuery answer();

        /** The message with the button becomes the reply; where that cannot be, {@code otherwise} comes as a new one. */
        record Instead(AnswerCallbackQuery answer, EditMessageText edit, List<PartialBotApiMethod<?>> otherwise)
                implements AfterTap {}

        /** Calls in this order: new messages, another keyboard, a reaction. May be empty. */
        record Beside(AnswerCallbackQuery answer, List<PartialBotApiMethod<?>> calls) implements AfterTap {}
    }

    /** @param tap whose chat and message are known */
    AfterTap afterTap(Reply reply, Inbound.Tapped tap) {
        return afterTap(reply, tap, tap.keyboard());
    }

    /** @param now keyboard below the message now: another one than the tap tells, where it was edited meanwhile */
    AfterTap afterTap(Reply reply, Inbound.Tapped tap, @Nullable InlineKeyboardMarkup now) {
        return new TapReplies(this, tap, now).of(reply);
    }
}
