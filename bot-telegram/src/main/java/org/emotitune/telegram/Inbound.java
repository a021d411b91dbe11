package org.emotitune.telegram;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** What an update is, as far as the bot cares. */
sealed interface Inbound {

    /**
     * A text that is meant for the bot: a feeling or a command.
     *
     * @param message id of the message, to reply to
     * @param text without the bot's name; never empty
     */
    record Said(Chat chat, Person person, int message, String text) implements Inbound {}

    /** A command of admins in a group that names no bot: from anybody else it is for another bot. */
    record Overheard(Said said) implements Inbound {}

    /**
     * A tap on a button.
     *
     * @param query to be answered, always
     * @param chat null where the button is on a message that the bot cannot see any more, or on an inline one
     * @param message id of the message with the button; null as chat
     * @param keyboard of that message; null where it is not told
     * @param inReplyTo id of the message that this one answers; null where there is none
     * @param action of the button; whatever arrives in its place
     */
    record Tapped(
            String query,
            Person person,
            @Nullable Chat chat,
            @Nullable Integer message,
            @Nullable InlineKeyboardMarkup keyboard,
            @Nullable Integer inReplyTo,
            String action)
            implements Inbound {}

    /** A query in any chat: "@bot sad but hopeful". */
    record Asked(String query, Person person, String text) implements Inbound {}

    /**
     * A file that is meant for the bot.
     *
     * @param name as its sender tells it; empty where untold
     * @param bytes negative where untold
     * @param caption empty where there is none; without the bot's name
     */
    record Sent(Chat chat, Person person, int message, String file, String name, long bytes, String caption)
            implements Inbound {}

    /** Something meant for the bot in which there is nothing to read: a picture, a voice message. */
    record Wordless(Chat chat, Person person, int message) implements Inbound {}

    /** A group became a supergroup. */
    record Migrated(long from, long to) implements Inbound {}

    /** The bot was blocked by a person or put out of a group or channel. */
    record Gone(Chat chat) implements Inbound {}

    /** Nothing for the bot. */
    record Ignored() implements Inbound {}
}
