package org.emotitune.discord;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.emotitune.conversation.Conversation;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.Reply;
import org.emotitune.conversation.Texts;
import org.emotitune.discord.Exchange.Answer;
import org.emotitune.discord.Exchange.Manner;
import org.emotitune.discord.Exchange.Rest;
import org.emotitune.reception.Reception;
import org.emotitune.reception.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the conversation what people ask by interactions, and sees to it that they get the answer. Thread-safe. */
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
    /** Discord wants a sign within three seconds; people within one. */
    private static final Duration UNTIL_DEFERRAL = Duration.ofMillis(500);

    private final Conversation conversation;
    private final Reception reception;
    private final Errands errands;

    Questions(Conversation conversation, Reception reception, Errands errands) {
        this.conversation = conversation;
        this.reception = reception;
        this.errands = errands;
    }

    /**
     * How an answer is shown.
     *
     * @param expected where it goes, as long as it is not known
     * @param choice where it goes, by what it is; never asked about private replies
     */
    record Showing(Manner expected, Function<Reply, Manner> choice) {
        static Showing always(Manner manner) {
            return new Showing(manner, reply -> manner);
        }

        Manner of(Reply reply) {
            return reply.isPrivate() ? Manner.PRIVATE : choice.apply(reply);
        }
    }

    /** Returns at once. */
    void ask(IReplyCallback event, Place place, IncomingMessage message, Showing showing) {
        Exchange exchange = new Exchange(event, isUrgent(message) ? Manner.PRIVATE : showing.expected());
        errands.later(UNTIL_DEFERRAL, exchange::defer);
        reception.receive(message, reply -> errands.run(() -> show(exchange, event, place, reply, showing.of(reply))));
    }

    private boolean isUrgent(IncomingMessage message) {
        try {
            return conversation.isUrgent(message);
        } catch (RuntimeException e) {
            LOG.error("Whether a message is urgent could not be told: {}", Trace.withoutWords(e));
            return true; // the mistake that harms nobody
        }
    }

    private void show(Exchange exchange, IReplyCallback event, Place place, Reply reply, Manner manner) {
        long asker = event.getUser().getIdLong();
        Rest rest = exchange.answer(new Answer(written(reply, asker), manner));
        if (rest.isNothing()) {
            return;
        }
        boolean shown = otherwise(event, place, reply, rest);
        if (!shown) {
            conversation.notShown();
            LOG.warn("An answer came too late for Discord, or cannot be shown there ({}).", rest.trouble());
        }
        if (!shown && reply instanceof Reply.Crisis) {
            LOG.error("Help lines could not be shown to somebody who may be in danger.");
        }
    }

    /** Whatever cannot be written, nobody is left waiting. */
    private static List<MessageCreateData> written(Reply reply, long asker) {
        try {
            return DiscordReplies.messages(reply, asker);
        } catch (RuntimeException e) {
            LOG.error("A reply could not be written for Discord.\n{}", Trace.withoutWords(e));
            return DiscordReplies.messages(
                    new Reply.Apology(
                            reply.language(),
                            Reply.Reason.UNAVAILABLE,
                            Texts.in(reply.language(), "apology.unavailable")),
                    asker);
        }
    }

    /**
     * As a message that answers no interaction: what everybody may see, unless it may be there already, and help for
     * somebody in danger, rather twice than not at all.
     */
    private static boolean otherwise(IReplyCallback event, Place place, Reply reply, Rest rest) {
        long cause = event.getIdLong();
        if (reply instanceof Reply.Crisis) {
            return Post.toPerson(event.getJDA(), event.getUser().getIdLong(), rest.messages(), cause);
        }
        return !rest.isPrivate()
                && rest.trouble() != Trouble.UNKNOWN
                && place.isReachable()
                && event.getChannel() instanceof MessageChannel channel
                && Post.toChannel(channel, rest.messages(), cause);
    }
}
