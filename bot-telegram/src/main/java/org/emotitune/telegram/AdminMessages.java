package org.emotitune.telegram;

import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.emotitune.admin.JobMessages.JobMessage;
import org.emotitune.admin.JobWatches;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply.TextFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** What admins see: plain text, edited while something goes on. Thread-safe, but for single messages. */
final class AdminMessages implements JobWatches.Screen {
    private static final Logger LOG = LoggerFactory.getLogger(AdminMessages.class);
    private static final Duration BETWEEN_EDITS = Duration.ofSeconds(3);
    private static final String PLATFORM = "telegram";

    private record Sent(long chat, int message) {}

    private final Telegram telegram;
    private final Clock clock;
    private final Set<Long> moved = ConcurrentHashMap.newKeySet();
    private final Set<Sent> sentSince = ConcurrentHashMap.newKeySet();

    AdminMessages(Telegram telegram, Clock clock) {
        this.telegram = telegram;
        this.clock = clock;
    }

    /** A message to come, in reply to another one. */
    Message begin(Chat chat, int inReplyTo) {
        return new Message(chat, inReplyTo, null);
    }

    /** The message with a button that was tapped; the tap is answered with the first that is shown. */
    Message of(Chat chat, Inbound.Tapped tapped) {
        Message message = new Message(chat, null, tapped.message());
        message.query = tapped.query();
        return message;
    }

    /** A group became another one: the messages of before are not there. */
    void moved(long to) {
        moved.add(to);
    }

    private boolean isLeftBehind(JobMessage message) {
        long chat = telegram.current(Long.parseLong(message.place()));
        return moved.contains(chat) && !sentSince.contains(new Sent(chat, Integer.parseInt(message.message())));
    }

    @Override
    public Shown show(JobMessage message, String text, List<Button> buttons) {
        if (isLeftBehind(message)) {
            return Shown.NOT_NOW; // the end is told in a message of its own
        }
        long chat = telegram.current(Long.parseLong(message.place()));
        Shown shown = shown(telegram.call(chat, edit(chat, Integer.parseInt(message.message()), text, buttons)));
        boolean movedMeanwhile = telegram.current(chat) != chat;
        return shown == Shown.GONE && movedMeanwhile ? Shown.NOT_NOW : shown;
    }

    @Override
    public Shown finish(JobMessage message, String text, List<TextFile> files, Optional<Path> picture) {
        long chat = telegram.current(Long.parseLong(message.place()));
        Integer thread = message.thread() == null ? null : Integer.valueOf(message.thread());
        SendMessage anew = SendMessage.builder()
                .chatId(chat)
                .messageThreadId(thread)
                .text(text)
                .build();
        Shown shown = isLeftBehind(message) ? sent(telegram.call(chat, anew)) : show(message, text, List.of());
        if (shown == Shown.DONE) {
            files.forEach(file -> send(chat, document(chat, thread, file)));
            picture.ifPresent(png -> send(chat, photo(chat, thread, png)));
        }
        return shown;
    }

    /** What may have been sent is not sent again. */
    private static Shown sent(Outcome<?> outcome) {
        return outcome instanceof Outcome.Unknown<?> ? Shown.DONE : shown(outcome);
    }

    private static Shown shown(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> ignored -> Shown.DONE;
            case Outcome.NotModified<?> ignored -> Shown.DONE;
            case Outcome.NotFound<?> ignored -> Shown.GONE;
            case Outcome.Forbidden<?> ignored -> Shown.GONE;
            case Outcome.Unknown<?> ignored -> Shown.NOT_NOW;
            case Outcome.Failed<?> ignored -> Shown.NOT_NOW;
        };
    }

    private void send(long chat, PartialBotApiMethod<? extends Serializable> method) {
        if (!(telegram.call(chat, method) instanceof Outcome.Done<?>)) {
            LOG.warn(
                    "A {} for admins could not be sent: ./emotitune reindex --failures FILE has it.",
                    method.getMethod());
        }
    }

    private static EditMessageText edit(long chat, int message, String text, List<Button> buttons) {
        return EditMessageText.builder()
                .chatId(chat)
                .messageId(message)
                .text(text)
                .replyMarkup(keyboard(buttons))
                .build();
    }

    private static @Nullable InlineKeyboardMarkup keyboard(List<Button> buttons) {
        if (buttons.isEmpty()) {
            return null;
        }
        InlineKeyboardRow row = new InlineKeyboardRow();
        buttons.forEach(button -> row.add(InlineKeyboardButton.builder()
                .text(button.label())
                .callbackData(button.action())
                .build()));
        return new InlineKeyboardMarkup(List.of(row));
    }

    private static SendDocument document(long chat, @Nullable Integer thread, TextFile file) {
        InputFile content =
                new InputFile(new ByteArrayInputStream(file.content().getBytes(StandardCharsets.UTF_8)), file.name());
        return SendDocument.builder()
                .chatId(chat)
                .messageThreadId(thread)
                .document(content)
                .build();
    }

    private static SendPhoto photo(long chat, @Nullable Integer thread, Path png) {
        return SendPhoto.builder()
                .chatId(chat)
                .messageThreadId(thread)
                .photo(new InputFile(png.toFile()))
                .build();
    }

    /** One message, from "working on it" to what came of it. For one thread. */
    final class Message {
        private final Chat chat;
        private final @Nullable Integer inReplyTo;
        private @Nullable Integer id;
        private @Nullable String query;
        private Instant edited = Instant.MIN;

        private Message(Chat chat, @Nullable Integer inReplyTo, @Nullable Integer id) {
            this.chat = chat;
            this.inReplyTo = inReplyTo;
            this.id = id;
        }

        /** Shows how far it is, if the last time is long enough ago. */
        void progress(String words) {
            Instant now = clock.instant();
            if (!now.isBefore(edited.plus(BETWEEN_EDITS))) {
                edited = now;
                Optional<Integer> unused = show(words, List.of());
            }
        }

        /** @return id of the message; empty if it cannot be shown */
        Optional<Integer> end(String text, List<Button> buttons) {
            return show(text, buttons);
        }

        /** To whoever tapped, and nowhere else. */
        void passing(String text) {
            answerTap(text);
        }

        private Optional<Integer> show(String text, List<Button> buttons) {
            answerTap(null);
            Integer known = id;
            long now = telegram.current(chat.id());
            if (known != null && shown(telegram.call(now, edit(now, known, text, buttons))) != Shown.GONE) {
                return Optional.of(known);
            }
            if (telegram.call(now, message(text, buttons))
                    instanceof Outcome.Done<?>(org.telegram.telegrambots.meta.api.objects.message.Message sent)) {
                id = sent.getMessageId();
                noteSent(now, sent.getMessageId());
                return Optional.of(sent.getMessageId());
            }
            return Optional.empty();
        }

        private void answerTap(@Nullable String text) {
            String tap = query;
            if (tap != null) {
                query = null;
                Outcome<?> unused = telegram.call(
                        0,
                        AnswerCallbackQuery.builder()
                                .callbackQueryId(tap)
                                .text(text)
                                .build());
            }
        }

        private void noteSent(long to, int message) {
            if (moved.contains(to)) {
                sentSince.add(new Sent(to, message));
            }
        }

        private SendMessage message(String text, List<Button> buttons) {
            return SendMessage.builder()
                    .chatId(telegram.current(chat.id()))
                    .messageThreadId(chat.thread())
                    .replyParameters(
                            inReplyTo == null
                                    ? null
                                    : ReplyParameters.builder()
                                            .messageId(inReplyTo)
                                            .allowSendingWithoutReply(true)
                                            .build())
                    .text(text)
                    .replyMarkup(keyboard(buttons))
                    .build();
        }

        void file(TextFile file) {
            long now = telegram.current(chat.id());
            send(now, document(now, chat.thread(), file));
        }

        JobMessage about(long job, int message) {
            Integer thread = chat.thread();
            return new JobMessage(
                    job,
                    PLATFORM,
                    Long.toString(telegram.current(chat.id())),
                    thread == null ? null : thread.toString(),
                    Integer.toString(message));
        }
    }
}
