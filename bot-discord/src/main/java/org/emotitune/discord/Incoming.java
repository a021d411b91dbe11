package org.emotitune.discord;

import java.util.Map;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Content;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Tapped;
import org.emotitune.conversation.IncomingMessage.Text;

/** What people say and tap on Discord, as the conversation takes it. Options come as text, by their names. Pure. */
final class Incoming {
    static final String PLATFORM = "discord";

    private Incoming() {}

    /** What somebody wrote to the bot, without its name: a command if it begins with a slash. */
    static IncomingMessage text(Person person, Place place, String text) {
        return message(person, place, new Text(text, Options.NONE));
    }

    /** What somebody wrote for others, as a feeling to find songs for: never a command. */
    static IncomingMessage feeling(Person person, Place place, String text) {
        return message(person, place, new Text(text, Options.OVERHEARD));
    }

    static IncomingMessage tap(Person person, Place place, String action) {
        return message(person, place, new Tapped(action));
    }

    /** See {@link Wanted}, which also tells whether the answer is for the person alone. */
    static IncomingMessage recommend(Person person, Place place, Map<String, String> options) {
        return message(person, place, Wanted.of(options).text());
    }

    /**
     * A command of people that the conversation answers.
     *
     * @param name one that the conversation does not know is answered with that
     */
    static IncomingMessage command(Person person, Place place, String name, Map<String, String> options) {
        return switch (name) {
            case SlashCommands.RECOMMEND -> recommend(person, place, options);
            case SlashCommands.LANGUAGE ->
                text(person, place, "/language " + options.getOrDefault(SlashCommands.LANGUAGE, ""));
            default -> text(person, place, "/" + name);
        };
    }

    private static IncomingMessage message(Person person, Place place, Content content) {
        Identity identity =
                new Identity(PLATFORM, Long.toUnsignedString(person.id()), Long.toUnsignedString(place.channel()));
        return new IncomingMessage(new Sender(identity, person.locale(), person.country()), content);
    }
}
