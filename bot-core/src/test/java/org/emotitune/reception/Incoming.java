package org.emotitune.reception;

import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Tapped;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.emotion.Language;

/** Messages to receive. */
final class Incoming {
    private Incoming() {}

    static IncomingMessage text(String user, String text) {
        return text("discord", user, text);
    }

    static IncomingMessage text(String platform, String user, String text) {
        return new IncomingMessage(sender(platform, user), new Text(text, Options.NONE));
    }

    static IncomingMessage tap(String user, String action) {
        return new IncomingMessage(sender("discord", user), new Tapped(action));
    }

    static IncomingMessage fromNobody(String text) {
        return new IncomingMessage(new Sender(null, Language.ENGLISH, null), new Text(text, Options.NONE));
    }

    /** What the message says: its text or its action. */
    static String words(IncomingMessage message) {
        return switch (message.content()) {
            case Text(var text, var ignored) -> text;
            case Tapped(var action) -> action;
        };
    }

    private static Sender sender(String platform, String user) {
        return new Sender(new Identity(platform, user, "a chat"), Language.ENGLISH, null);
    }
}
