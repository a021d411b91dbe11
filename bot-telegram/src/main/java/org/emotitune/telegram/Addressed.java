package org.emotitune.telegram;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.conversation.Conversation;

/** What of people's words is meant for the bot. Pure. */
final class Addressed {
    private static final Set<String> OF_ADMINS = Set.of("reindex", "import", "stats", "cancel");

    /** A group may have other bots, whose commands are not ours to call unknown. */
    private static final Set<String> OWN =
            Stream.concat(Conversation.commands().stream(), OF_ADMINS.stream()).collect(Collectors.toUnmodifiableSet());

    private final Mentions mentions;
    private final String botName;

    /** @param botName without "@" */
    Addressed(long botId, String botName) {
        this.mentions = new Mentions(botId, botName);
        this.botName = botName;
    }

    /**
     * What the bot is told.
     *
     * @param answers whether the message answers one of the bot's
     * @return without the bot's name, a command without {@code @bot}. Empty text where the bot was only called; empty
     *     where the words are not meant for it
     */
    Optional<String> text(Content.Words words, Chat.Kind where, boolean answers) {
        boolean called = mentions.areIn(words);
        String text = called ? mentions.takenOut(words) : words.text();
        boolean meant = called || answers || where == Chat.Kind.PRIVATE;
        Optional<Command> command = Command.of(text);
        if (command.isPresent()) {
            return command(command.get(), meant, where == Chat.Kind.PRIVATE ? Optional.of(text) : Optional.empty());
        }
        return meant && where != Chat.Kind.CHANNEL
                ? Optional.of(Command.isNothing(text) ? "" : text)
                : Optional.empty();
    }

    /** Whether what {@link #text} tells may be for another bot: a command of admins in a group, with nobody's name. */
    boolean mayBeForAnother(Content.Words words, Chat.Kind where, boolean answers) {
        return where == Chat.Kind.GROUP
                && !answers
                && !mentions.areIn(words)
                && Command.of(words.text())
                        .filter(command -> command.bot() == null && OF_ADMINS.contains(command.name()))
                        .isPresent();
    }

    /** @param ofAnother what to make of a command for another bot */
    private Optional<String> command(Command command, boolean meant, Optional<String> ofAnother) {
        if (command.bot() == null) {
            return meant || OWN.contains(command.name()) ? Optional.of(command.text()) : Optional.empty();
        }
        return command.bot().equalsIgnoreCase(botName) ? Optional.of(command.text()) : ofAnother;
    }
}
