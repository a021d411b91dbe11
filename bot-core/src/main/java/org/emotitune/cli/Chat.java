package org.emotitune.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.emotitune.EmotiTune;
import org.emotitune.cli.MessageLines.Message;
import org.emotitune.config.Settings;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Conversation;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Content;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Tapped;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Texts;
import org.emotitune.emotion.Language;
import org.emotitune.reception.Reception;
import org.jspecify.annotations.Nullable;

/** The terminal as a chat platform: lines in, replies out, numbers for buttons. */
final class Chat {
    private static final Pattern NUMBER = Pattern.compile("\\[?(\\d{1,9})]?");

    private final Conversation conversation;
    private final @Nullable Reception reception;
    private final Numbers numbers = new Numbers();
    private final ConsoleReplies replies = new ConsoleReplies(numbers::of);
    private final Sender sender;
    private final boolean prompt;
    private final boolean echo;
    private Language language;
    /** What stands on the last buttons below a reply, in lower case, to their actions: it can be typed, too. */
    private Map<String, String> labels = Map.of();

    /**
     * @param person whether somebody sits at the terminal: they are asked with a prompt, and the rules of fair use are
     *     for them as for everybody. A script is asked and held to nothing.
     * @param echo whether to act as with a person, and to repeat what they say
     */
    Chat(EmotiTune emotiTune, Settings settings, boolean person, boolean echo) {
        this.conversation = emotiTune.conversation();
        this.reception = person || echo ? emotiTune.reception() : null;
        this.sender = new Sender(
                new Identity("terminal", System.getProperty("user.name", ""), "terminal"),
                settings.language(),
                settings.country());
        this.prompt = person;
        this.echo = echo;
        this.language = settings.language();
    }

    void run(MessageLines lines) throws IOException {
        for (Message message = ask(lines); message != null; message = ask(lines)) {
            if (echo) {
                System.out.println("> " + message.text());
            }
            answer(message);
            System.out.println();
            if (System.out.checkError()) {
                return; // nobody reads any more
            }
        }
    }

    private @Nullable Message ask(MessageLines lines) throws IOException {
        if (prompt) {
            System.out.print("> ");
            System.out.flush();
        }
        return lines.next();
    }

    private void answer(Message message) {
        String typed = message.text().strip();
        String labelled = labels.get(typed.toLowerCase(Locale.ROOT));
        Matcher number = NUMBER.matcher(typed);
        if (labelled != null) {
            say(new Tapped(labelled), true);
            return;
        }
        if (!number.matches()) {
            say(new Text(message.text(), Options.NONE), message.intact());
            return;
        }
        Optional<String> action = numbers.action(Integer.parseInt(number.group(1)));
        if (action.isPresent()) {
            say(new Tapped(action.get()), true);
        } else {
            System.out.println(Texts.in(language, "chat.no-number", number.group(1)));
        }
    }

    private void say(Content content, boolean intact) {
        Reply reply = reply(new IncomingMessage(sender, content));
        language = reply.language();
        if (!reply.buttons().isEmpty()) {
            labels = labels(reply);
        }
        if (!intact) {
            System.out.println(Texts.in(language, "chat.unreadable"));
        }
        System.out.println(replies.text(reply));
    }

    private static Map<String, String> labels(Reply reply) {
        return reply.buttons().stream()
                .collect(Collectors.toMap(
                        button -> button.label().toLowerCase(Locale.ROOT), Button::action, (first, other) -> first));
    }

    private Reply reply(IncomingMessage message) {
        if (reception == null) {
            return conversation.reply(message);
        }
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        reception.receive(message, reply::complete);
        return reply.join();
    }
}
