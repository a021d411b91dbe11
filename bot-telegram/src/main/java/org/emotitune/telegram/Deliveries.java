package org.emotitune.telegram;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.emotitune.conversation.Reply;
import org.emotitune.telegram.TelegramReplies.AfterTap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;

/** Brings what is to be said to the chats: in order, privately where that is due, and some other way where one fails. */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final Telegram telegram;
    private final Lanes lanes;
    private final Typing typing;
    private final TelegramReplies replies;
    private final NewestKeyboards newest = new NewestKeyboards();

    Deliveries(Telegram telegram, Lanes lanes, Typing typing, TelegramReplies replies) {
        this.telegram = telegram;
        this.lanes = lanes;
        this.typing = typing;
        this.replies = replies;
    }

    Optional<Lanes.Place> join(Chat chat) {
        return lanes.join(chat.id());
    }

    /** Does something without waiting in the line of a chat. */
    void atOnce(Runnable delivery) {
        lanes.atOnce(delivery);
    }

    /** How many replies wait to be sent, or for what they are to say. */
    int waiting() {
        return lanes.size();
    }

    void drop(long chat) {
        lanes.drop(chat);
    }

    /** @return ends it */
    Runnable typing(Chat chat) {
        return typing.in(chat);
    }

    /** What the person sees of a tap at once. */
    void answerTap(Reply reply, Inbound.Tapped tapped) {
        answer(replies.afterTap(reply, tapped).answer());
    }

    /** Answers a tap or an inline query: counts in no limit. */
    void answer(PartialBotApiMethod<? extends Serializable> answer) {
        send(0, answer);
    }

    /** @return whether it may be there now */
    boolean send(long chat, PartialBotApiMethod<? extends Serializable> method) {
        return switch (telegram.call(chat, method)) {
            case Outcome.Done<?> ignored -> true;
            case Outcome.NotModified<?> ignored -> true;
            case Outcome.Unknown<?> ignored -> true;
            case Outcome.NotFound<?> ignored -> false;
            case Outcome.Forbidden<?> ignored -> false;
            case Outcome.Failed<?>(var reason) -> {
                LOG.warn("A {} failed: {}", method.getMethod(), reason);
                yield false;
            }
        };
    }

    private boolean sendAll(long chat, List<PartialBotApiMethod<?>> methods) {
        for (PartialBotApiMethod<?> method : methods) {
            if (!send(chat, method)) {
                return false;
            }
        }
        return true;
    }

    /** @param quoted message that is answered; null to quote none */
    void reply(Reply reply, Chat chat, Person person, @Nullable Integer quoted) {
        if (chat.kind() == Chat.Kind.PRIVATE || !reply.isPrivate()) {
            sendAll(chat.id(), replies.messages(reply, chat, quoted));
            return;
        }
        boolean told = person.inTheNameOf() == null
                && sendAll(person.id(), replies.messages(reply, Chat.of(person.id()), null));
        if (!told) {
            send(chat.id(), replies.elsewhere(reply, chat, quoted));
        }
    }

    /** Help for somebody in danger: before everything else, and again where nobody can tell whether it arrived. */
    void help(Reply.Crisis help, Chat chat, Person person, @Nullable Integer quoted) {
        boolean alone = chat.kind() == Chat.Kind.PRIVATE;
        boolean told = person.inTheNameOf() == null || alone;
        Chat to = alone ? chat : Chat.of(person.id());
        for (PartialBotApiMethod<?> method : replies.messages(help, to, alone ? quoted : null)) {
            told = told && telegram.urgent(to.id(), method) instanceof Outcome.Done<?>;
        }
        if (!told && !alone) {
            told = telegram.urgent(chat.id(), replies.elsewhere(help, chat, quoted)) instanceof Outcome.Done<?>;
        }
        if (!told) {
            LOG.error("Help lines could not be shown to somebody who may be in danger.");
        }
    }

    /** What a tap changes in its chat. */
    void show(Reply reply, Inbound.Tapped tapped, Chat chat) {
        switch (replies.afterTap(reply, tapped, newest.below(tapped))) {
            case AfterTap.Instead(var ignored, var edit, var otherwise) -> {
                if (!edit(chat, edit)) {
                    sendAll(chat.id(), otherwise);
                }
            }
            case AfterTap.Beside(var ignored, var calls) ->
                calls.forEach(call -> {
                    boolean unused = edit(chat, call); // a reaction that a group forbids stops nothing else
                });
        }
    }

    private boolean edit(Chat chat, PartialBotApiMethod<? extends Serializable> call) {
        boolean done = send(chat.id(), call);
        if (done) {
            newest.noteOf(call);
        }
        return done;
    }
}
