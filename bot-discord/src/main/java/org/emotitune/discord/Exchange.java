package org.emotitune.discord;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.emotitune.discord.Call.Failed;
import org.emotitune.discord.Call.Outcome;

/**
 * An interaction and its one answer. Discord wants a sign within three seconds and the answer within fifteen minutes:
 * where the answer is there soon it is the sign; else the interaction is deferred, and the answer takes that place.
 * Thread-safe; {@link #defer} and {@link #answer} block.
 */
final class Exchange {
    /** Where the answer goes, as far as it is known when the interaction comes. */
    enum Manner {
        /** A message for everybody. */
        OPEN,
        /** A message for whoever asked. */
        PRIVATE,
        /** In place of the message with the component. */
        IN_PLACE
    }

    /**
     * @param messages at least one
     * @param manner {@link Manner#IN_PLACE} only where the interaction has a message
     */
    record Answer(List<MessageCreateData> messages, Manner manner) {
        Answer {
            messages = List.copyOf(messages);
            if (messages.isEmpty()) {
                throw new IllegalArgumentException("an answer without messages");
            }
        }
    }

    /** An edit that may have been made can be made again. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final IReplyCallback event;
    private final Manner manner;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Outcome<InteractionHook>> deferral = new CompletableFuture<>();

    /** @param manner of the deferral; an answer may be of another one */
    Exchange(IReplyCallback event, Manner manner) {
        this.event = event;
        this.manner = manner;
        if (manner == Manner.IN_PLACE && !(event instanceof IMessageEditCallback)) {
            throw new IllegalArgumentException("there is no message to be changed");
        }
    }

    /** Tells Discord that the answer takes longer, unless it is on its way. */
    void defer() {
        if (begun.compareAndSet(false, true)) {
            try {
                deferral.complete(Call.of(
                        "a deferral",
                        () -> manner == Manner.IN_PLACE
                                ? component().deferEdit()
                                : event.deferReply(manner == Manner.PRIVATE)));
            } finally {
                deferral.complete(new Failed<>(Trouble.UNKNOWN));
            }
        }
    }

    /** @return what is left undone; nothing if all of it is shown, or another process of the bot has answered */
    Rest answer(Answer answer) {
        return begun.compareAndSet(false, true) ? directly(answer) : afterDeferral(answer);
    }

    /**
     * What could not be shown, or of which nobody can tell.
     *
     * @param trouble that prevented it; meaningless where nothing is left
     * @param isPrivate whether it is for nobody but whoever asked
     */
    record Rest(List<MessageCreateData> messages, Trouble trouble, boolean isPrivate) {
        static final Rest NOTHING = new Rest(List.of(), Trouble.TAKEN, true);

        Rest {
            messages = List.copyOf(messages);
        }

        boolean isNothing() {
            return messages.isEmpty();
        }
    }

    private Rest rest(List<MessageCreateData> messages, Trouble trouble, Answer answer) {
        return new Rest(messages, trouble, isPrivate(answer));
    }

    /** What takes the place of a private message is as private, with all that follows. */
    private boolean isPrivate(Answer answer) {
        return switch (answer.manner()) {
            case OPEN -> false;
            case PRIVATE -> true;
            case IN_PLACE ->
                event instanceof GenericComponentInteractionCreateEvent component
                        && component.getMessage().isEphemeral();
        };
    }

    private Rest directly(Answer answer) {
        Outcome<InteractionHook> shown = Call.of("an answer", () -> {
            MessageCreateData first = answer.messages().getFirst();
            return answer.manner() == Manner.IN_PLACE
                    ? component().editMessage(DiscordReplies.inPlace(first))
                    : event.reply(first).setEphemeral(isPrivate(answer));
        });
        return switch (shown) {
            case Call.Done<InteractionHook> ignored -> followed(answer, 1);
            case Failed<InteractionHook> failed -> failed(failed.trouble(), answer);
        };
    }

    /** Discord also says that it is too late where the interaction has been acknowledged already. */
    private Rest failed(Trouble trouble, Answer answer) {
        return switch (trouble) {
            case TAKEN -> Rest.NOTHING; // by another process
            case UNKNOWN, EXPIRED -> original(answer); // where it was shown, this changes nothing
            case GONE, FORBIDDEN, REFUSED -> rest(answer.messages(), trouble, answer);
        };
    }

    private Rest afterDeferral(Answer answer) {
        deferral.join(); // where it failed, the calls to come tell whether it was done all the same
        if (manner == answer.manner() || manner == Manner.PRIVATE) {
            return original(answer);
        }
        if (manner == Manner.OPEN && !isDeleted()) {
            return rest(answer.messages(), Trouble.UNKNOWN, answer); // a follow-up would be as public as the deferral
        }
        return followed(answer, 0);
    }

    private boolean isDeleted() {
        Outcome<Void> deleted = Call.of("a deletion", () -> hook().deleteOriginal());
        if (deleted.met(Trouble.UNKNOWN)) {
            deleted = Call.of("a deletion", () -> hook().deleteOriginal());
        }
        return deleted.isDone() || deleted.met(Trouble.GONE);
    }

    /** Puts the answer where the deferral is, or the message with the component. */
    private Rest original(Answer answer) {
        Outcome<Message> shown = edited(answer);
        for (Duration pause : PAUSES) {
            if (!shown.met(Trouble.UNKNOWN)) {
                break;
            }
            LockSupport.parkNanos(pause.toNanos());
            shown = edited(answer);
        }
        return switch (shown) {
            case Call.Done<Message> ignored -> followed(answer, 1);
            case Failed<Message> failed -> rest(answer.messages(), failed.trouble(), answer);
        };
    }

    private Outcome<Message> edited(Answer answer) {
        return Call.of(
                "an answer",
                () -> hook().editOriginal(
                                DiscordReplies.inPlace(answer.messages().getFirst())));
    }

    /** What may have been shown is not repeated here; nobody can say that it was if nothing else is. */
    private Rest followed(Answer answer, int from) {
        List<MessageCreateData> all = answer.messages();
        for (int i = from; i < all.size(); i++) {
            MessageCreateData next = all.get(i);
            Outcome<Message> shown =
                    Call.of("a further message", () -> hook().sendMessage(next).setEphemeral(isPrivate(answer)));
            boolean perhaps = i > 0 && shown.met(Trouble.UNKNOWN);
            if (shown instanceof Failed<Message> failed && !perhaps) {
                return rest(all.subList(i, all.size()), failed.trouble(), answer);
            }
        }
        return Rest.NOTHING;
    }

    /** One that does not ask the library whether the interaction was acknowledged: here is known more. */
    private InteractionHook hook() {
        return InteractionHook.from(event.getJDA(), event.getToken());
    }

    private IMessageEditCallback component() {
        return (IMessageEditCallback) event;
    }
}
