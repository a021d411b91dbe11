package org.emotitune.telegram;

import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Content;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.emotion.Language;

/** What people say on Telegram, as the conversation takes it. */
final class Incoming {
    private static final String PLATFORM = "telegram";

    private Incoming() {}

    static IncomingMessage text(Person person, Chat chat, String text) {
        return message(person, chat, new Text(text, Options.NONE));
    }

    static IncomingMessage tap(Person person, Chat chat, String action) {
        return message(person, chat, new IncomingMessage.Tapped(action));
    }

    private static IncomingMessage message(Person person, Chat chat, Content content) {
        return new IncomingMessage(new Sender(identity(person.id(), chat), person.locale(), person.country()), content);
    }

    /** Somebody of whom only the id is known. */
    static Sender sender(long person) {
        return new Sender(identity(person, Chat.of(person)), Language.ENGLISH, null);
    }

    private static Identity identity(long person, Chat chat) {
        Integer thread = chat.thread();
        String place = thread == null ? Long.toString(chat.id()) : chat.id() + "/" + thread;
        return new Identity(PLATFORM, Long.toString(person), place);
    }
}
