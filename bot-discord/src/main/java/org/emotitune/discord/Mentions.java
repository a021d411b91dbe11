package org.emotitune.discord;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.SelfUser;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import org.emotitune.conversation.Conversation;
import org.emotitune.conversation.Reply;
import org.emotitune.reception.Reception;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that are meant for the bot: those to it alone, those that mention it or answer it, and all of channels that an
 * admin has opened. Returns at once; thread-safe.
 */
final class Mentions {
    private static final Logger LOG = LoggerFactory.getLogger(Mentions.class);
    /** Most answers are there sooner, and every "is typing" is a call. */
    private static final Duration UNTIL_TYPING = Duration.ofMillis(500);

    private final Conversation conversation;
    private final Reception reception;
    private final Errands errands;
    private final LongPredicate open;

    /** @param open whether every message of a channel is for the bot */
    Mentions(Conversation conversation, Reception reception, Errands errands, LongPredicate open) {
        this.conversation = conversation;
        this.reception = reception;
        this.errands = errands;
        this.open = open;
    }

    void received(MessageReceivedEvent event) {
        Message message = event.getMessage();
        boolean words = message.getType() == MessageType.DEFAULT || message.getType() == MessageType.INLINE_REPLY;
        if (!words || message.getAuthor().isBot() || message.isWebhookMessage()) {
            return;
        }
        SelfUser self = event.getJDA().getSelfUser();
        boolean called = !event.isFromGuild() || message.getMentions().isMentioned(self, MentionType.USER);
        String text = without(self.getId(), message.getContentRaw());
        if (called || (isOpen(event) && !text.isEmpty())) {
            said(message, text, called);
        }
    }

    private boolean isOpen(MessageReceivedEvent event) {
        return open.test(event.getChannel().getIdLong())
                || (event.getChannel() instanceof ThreadChannel thread
                        && open.test(thread.getParentChannel().getIdLong()));
    }

    private static String without(String self, String text) {
        return text.replaceAll("<@!?" + self + ">", " ").strip();
    }

    private void said(Message message, String text, boolean called) {
        String locale = message.isFromGuild() ? message.getGuild().getLocale().getLocale() : "";
        Person person = Person.of(message.getAuthor().getIdLong(), locale);
        Place place = new Place(
                message.isFromGuild() ? Place.Kind.SERVER : Place.Kind.DIRECT,
                message.getChannel().getIdLong());
        AtomicBoolean answered = new AtomicBoolean();
        errands.later(UNTIL_TYPING, () -> type(message, answered));
        boolean command = text.startsWith("/");
        reception.receive(Incoming.text(person, place, text), reply -> {
            answered.set(true);
            // Whoever only talks in an open channel need not know that the bot is busy.
            if (called || !(reply instanceof Reply.Apology)) {
                deliver(new Answer(message, reply, person, isForOne(reply, command)));
            }
        });
    }

    /** What is asked by a command, but for songs, concerns nobody else; that the bot is busy everybody may know. */
    private static boolean isForOne(Reply reply, boolean command) {
        return switch (reply) {
            case Reply.Songs ignored -> false;
            case Reply.NothingClose ignored -> false;
            case Reply.Apology ignored -> false;
            case Reply.Crisis ignored -> true;
            case Reply.Information ignored -> true;
            case Reply.Question ignored -> command;
            case Reply.Acknowledgement ignored -> command;
        };
    }

    private static void type(Message message, AtomicBoolean answered) {
        if (!answered.get()) {
            var unused = Call.of("typing", () -> message.getChannel().sendTyping());
        }
    }

    private record Answer(Message message, Reply reply, Person person, boolean alone) {}

    private void deliver(Answer answer) {
        long channel = answer.message().getChannel().getIdLong();
        if (answer.reply() instanceof Reply.Crisis) {
            errands.run(() -> send(answer)); // in no line
        } else if (!errands.inLine(channel, () -> send(answer))) {
            conversation.notShown();
            LOG.warn("Much more is asked in a channel than may be said there: an answer was left out.");
        }
    }

    private void send(Answer answer) {
        if (Post.answer(answer.message(), answer.reply(), answer.person(), answer.alone())) {
            return;
        }
        conversation.notShown();
        if (answer.reply() instanceof Reply.Crisis) {
            LOG.error("Help lines could not be shown to somebody who may be in danger.");
        } else {
            LOG.warn("A message could not be answered: the bot may not write there, nor to its author.");
        }
    }
}
