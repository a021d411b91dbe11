package org.emotitune.telegram;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Tells what an update is. Pure: the same update is always the same, and one that lacks what its kind must have is
 * nothing for the bot.
 */
final class TelegramUpdates {
    private static final Inbound IGNORED = new Inbound.Ignored();
    private static final Set<String> OUT = Set.of("kicked", "left");

    /** What somebody means who calls the bot and says nothing. Words that they answer to were not said to the bot. */
    private static final String JUST_CALLED = "/start";

    private final long botId;
    private final Addressed addressed;

    /** @param botName without "@" */
    TelegramUpdates(long botId, String botName) {
        this.botId = botId;
        this.addressed = new Addressed(botId, botName);
    }

    /** Where a message stands, and whose it is. */
    private record Place(Chat chat, Person person, int message) {}

    Inbound read(Update update) {
        if (update.getCallbackQuery() != null) {
            return tapped(update.getCallbackQuery());
        }
        if (update.getInlineQuery() != null) {
            return asked(update.getInlineQuery());
        }
        if (update.getMyChatMember() != null) {
            return member(update.getMyChatMember());
        }
        Message message = update.getMessage() == null ? update.getChannelPost() : update.getMessage();
        return message == null ? IGNORED : message(message);
    }

    private Inbound message(Message message) {
        Chat chat = Chat.of(message);
        if (chat == null || message.getMessageId() == null) {
            return IGNORED;
        }
        if (message.getMigrateToChatId() != null) {
            return new Inbound.Migrated(chat.id(), message.getMigrateToChatId());
        }
        Person person = isEcho(message) ? null : writer(message, chat);
        return person == null ? IGNORED : content(message, new Place(chat, person, message.getMessageId()));
    }

    /** What a linked channel posted comes again in its group; and songs that people send through the bot are its own. */
    private boolean isEcho(Message message) {
        return Boolean.TRUE.equals(message.getIsAutomaticForward()) || isBot(message.getViaBot());
    }

    /** @return null where there is nobody, and for other bots */
    private static @Nullable Person writer(Message message, Chat chat) {
        User user = message.getFrom();
        if (chat.kind() == Chat.Kind.CHANNEL) {
            return Person.inTheNameOf(chat.id(), user);
        }
        var inTheNameOf = message.getSenderChat();
        if (inTheNameOf != null) {
            return inTheNameOf.getId() == null ? null : Person.inTheNameOf(inTheNameOf.getId(), user);
        }
        return user != null && Boolean.TRUE.equals(user.getIsBot()) ? null : Person.of(user);
    }

    private Inbound content(Message message, Place place) {
        boolean answers = place.chat.kind() == Chat.Kind.GROUP && isAnswer(message);
        boolean meant = answers || place.chat.kind() == Chat.Kind.PRIVATE;
        return switch (Content.of(message)) {
            case Content.Words words -> words(words, place, answers);
            case Content.Sticker(String emoji) when meant -> said(place, emoji);
            case Content.Sticker ignored -> IGNORED;
            case Content.File(Document document, Content.Words caption) -> file(document, caption, place, answers);
            case Content.Wordless() -> meant ? wordless(place) : IGNORED;
            case Content.Nothing() -> IGNORED;
        };
    }

    private Inbound words(Content.Words words, Place place, boolean answers) {
        Optional<String> heard = addressed.text(words, place.chat.kind(), answers);
        if (heard.isEmpty()) {
            return IGNORED;
        }
        String text = heard.get();
        if (!text.isEmpty()) {
            Inbound.Said said = said(place, text);
            return addressed.mayBeForAnother(words, place.chat.kind(), answers) ? new Inbound.Overheard(said) : said;
        }
        boolean unseen = Command.isNothing(words.text());
        return words.isAll() && !unseen ? said(place, JUST_CALLED) : wordless(place);
    }

    private Inbound file(Document document, Content.Words caption, Place place, boolean answers) {
        return addressed
                .text(caption, place.chat.kind(), answers)
                .<Inbound>map(text -> new Inbound.Sent(
                        place.chat,
                        place.person,
                        place.message,
                        document.getFileId(),
                        Objects.requireNonNullElse(document.getFileName(), ""),
                        document.getFileSize() == null ? -1 : document.getFileSize(),
                        text))
                .orElse(IGNORED);
    }

    private static Inbound.Said said(Place place, String text) {
        return new Inbound.Said(place.chat, place.person, place.message, text);
    }

    private static Inbound wordless(Place place) {
        return new Inbound.Wordless(place.chat, place.person, place.message);
    }

    private boolean isAnswer(Message message) {
        Message to = message.getReplyToMessage();
        return to != null && isBot(to.getFrom());
    }

    private boolean isBot(@Nullable User user) {
        return user != null && user.getId() != null && user.getId() == botId;
    }

    private static Inbound tapped(CallbackQuery query) {
        Person person = Person.of(query.getFrom());
        if (query.getId() == null || person == null) {
            return IGNORED;
        }
        String action = Objects.requireNonNullElse(query.getData(), "");
        Message below = query.getMessage() instanceof Message message ? message : null;
        Chat chat = below == null ? null : Chat.of(below);
        if (below == null || chat == null || below.getMessageId() == null) {
            return new Inbound.Tapped(query.getId(), person, null, null, null, null, action);
        }
        Message answered = below.getReplyToMessage();
        return new Inbound.Tapped(
                query.getId(),
                person,
                chat,
                below.getMessageId(),
                below.getReplyMarkup(),
                answered == null ? null : answered.getMessageId(),
                action);
    }

    private static Inbound asked(InlineQuery query) {
        Person person = Person.of(query.getFrom());
        return query.getId() == null || person == null
                ? IGNORED
                : new Inbound.Asked(query.getId(), person, Objects.requireNonNullElse(query.getQuery(), ""));
    }

    private static Inbound member(ChatMemberUpdated change) {
        Chat chat = Chat.of(change.getChat(), null);
        boolean out = change.getNewChatMember() != null
                && change.getNewChatMember().getStatus() != null
                && OUT.contains(change.getNewChatMember().getStatus());
        return chat != null && out ? new Inbound.Gone(chat) : IGNORED;
    }
}
