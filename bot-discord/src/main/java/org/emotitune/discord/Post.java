package org.emotitune.discord;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.emotitune.conversation.Reply;
import org.emotitune.discord.Call.Outcome;

/**
 * Sends messages that answer no interaction. Each has a nonce, so that Discord shows it once though it may be sent twice:
 * where nobody can tell whether one arrived it is sent again. Blocks; thread-safe.
 */
final class Post {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5));

    private Post() {}

    /**
     * Answers a message where it is, and nobody is pinged. What is private goes to the person alone; so does what the bot
     * may not send there.
     *
     * @param alone whether it is for the person alone, whatever it is
     * @return whether the answer, or where it is to be had, can be seen by the person
     */
    static boolean answer(Message message, Reply reply, Person person, boolean alone) {
        List<MessageCreateData> answer = DiscordReplies.messages(reply, person.id());
        if (!message.isFromGuild()) {
            return answer(message, answer).isEmpty();
        }
        return alone ? privately(message, reply, person) : openly(message, answer, person);
    }

    private static boolean openly(Message message, List<MessageCreateData> answer, Person person) {
        Optional<Trouble> met = answer(message, answer);
        boolean elsewhere = met.filter(trouble -> trouble == Trouble.FORBIDDEN || trouble == Trouble.GONE)
                .isPresent();
        return met.isEmpty() || (elsewhere && toPerson(message.getJDA(), person.id(), answer, message.getIdLong()));
    }

    private static boolean privately(Message message, Reply reply, Person person) {
        List<MessageCreateData> answer = DiscordReplies.messages(reply, person.id());
        if (!toPerson(message.getJDA(), person.id(), answer, message.getIdLong())) {
            return answer(message, List.of(DiscordReplies.askInPrivate(reply, person.id())))
                    .isEmpty();
        }
        if (reply instanceof Reply.Information information) {
            var unused = answer(message, List.of(DiscordReplies.toldInPrivate(information)));
        }
        return true;
    }

    private static Optional<Trouble> answer(Message message, List<MessageCreateData> answer) {
        MessageChannel channel = message.getChannel();
        boolean quotes = !(channel instanceof GuildChannel room)
                || room.getGuild().getSelfMember().hasPermission(room, Permission.MESSAGE_HISTORY);
        return inOrder(answer, message.getIdLong() + ".", data -> {
            MessageCreateAction action = channel.sendMessage(data);
            return quotes ? action.setMessageReference(message).failOnInvalidReply(false) : action;
        });
    }

    /** @param cause id of what is answered, for the nonces */
    static boolean toChannel(MessageChannel channel, List<MessageCreateData> messages, long cause) {
        return inOrder(messages, cause + ".", channel::sendMessage).isEmpty();
    }

    /** @param cause id of what is answered, for the nonces */
    static boolean toPerson(JDA jda, long person, List<MessageCreateData> messages, long cause) {
        Outcome<PrivateChannel> opened =
                insisting(() -> Call.of("opening a direct message", () -> jda.openPrivateChannelById(person)));
        return opened instanceof Call.Done<PrivateChannel>(var channel)
                && inOrder(messages, cause + ".d", channel::sendMessage).isEmpty();
    }

    @FunctionalInterface
    private interface Sending {
        MessageCreateAction of(MessageCreateData data);
    }

    /**
     * @param nonce what the nonces begin with: another one for each place
     * @return what prevented it, with the messages from there on; empty if all are sent
     */
    private static Optional<Trouble> inOrder(List<MessageCreateData> messages, String nonce, Sending sending) {
        for (int i = 0; i < messages.size(); i++) {
            MessageCreateData data = messages.get(i);
            String own = nonce + i;
            if (sent(() -> sending.of(data).setNonce(own)) instanceof Call.Failed<Message> failed) {
                return Optional.of(failed.trouble());
            }
        }
        return Optional.empty();
    }

    private static Outcome<Message> sent(Supplier<MessageCreateAction> action) {
        return insisting(() -> Call.of("a message", action));
    }

    /** A network that is away for some seconds must not keep help lines from anybody. */
    private static <T> Outcome<T> insisting(Supplier<Outcome<T>> attempt) {
        Outcome<T> outcome = attempt.get();
        for (Duration pause : PAUSES) {
            if (!outcome.met(Trouble.UNKNOWN)) {
                return outcome;
            }
            LockSupport.parkNanos(pause.toNanos());
            outcome = attempt.get();
        }
        return outcome;
    }
}
