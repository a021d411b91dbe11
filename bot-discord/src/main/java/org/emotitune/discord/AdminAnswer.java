package org.emotitune.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import org.emotitune.admin.AdminReply.Follow;
import org.emotitune.admin.JobMessages.JobMessage;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply.TextFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to a command or a tap of an admin, from "working on it" to what came of it. It is edited as long as Discord
 * takes that, a quarter of an hour; then, and where somebody deleted it, it goes on as a message of the bot's own. Blocks;
 * for one thread.
 */
final class AdminAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(AdminAnswer.class);
    private static final Duration BETWEEN_EDITS = Duration.ofSeconds(3);

    private final InteractionHook hook;
    private final boolean tapped;
    private final GuildMessageChannel channel;
    private final InstantSource clock;
    private @Nullable String own;
    private Instant edited = Instant.MIN;

    /** @param asked acknowledged, in a channel of a server that the bot is in */
    AdminAnswer(IReplyCallback asked, InstantSource clock) {
        this.hook = asked.getHook();
        this.tapped = asked instanceof IMessageEditCallback;
        this.channel = (GuildMessageChannel) asked.getMessageChannel();
        this.clock = clock;
    }

    /** Shows how far it is, if the last time is long enough ago. */
    void progress(String words) {
        Instant now = clock.instant();
        if (!now.isBefore(edited.plus(BETWEEN_EDITS))) {
            edited = now;
            show(words, List.of(), false);
        }
    }

    void end(String text) {
        end(text, List.of());
    }

    /** What was tapped is replaced. */
    void end(String text, List<Button> buttons) {
        show(text, buttons, true);
    }

    /** @param last whether it has to be told in any case */
    private void show(String text, List<Button> buttons, boolean last) {
        Optional<Trouble> trouble = edited(text, buttons);
        boolean isOver = trouble.filter(each -> each == Trouble.EXPIRED || each == Trouble.GONE)
                .isPresent();
        if (isOver || (last && trouble.isPresent())) {
            own = AdminMessages.sent(channel, AdminLook.message(text, buttons)).orElse(own);
        }
    }

    private Optional<Trouble> edited(String text, List<Button> buttons) {
        String known = own;
        return trouble(
                known == null
                        ? Call.of("an admin's answer", () -> hook.editOriginal(AdminLook.edit(text, buttons)))
                        : Call.of(
                                "an admin's answer",
                                () -> channel.editMessageById(known, AdminLook.edit(text, buttons))));
    }

    /** To whoever tapped, and to nobody else: the message with the button stays as it is. */
    void passing(String text) {
        trouble(Call.of(
                        "an admin's answer",
                        () -> hook.sendMessage(new MessageCreateBuilder()
                                        .setContent(text)
                                        .setAllowedMentions(Set.of())
                                        .build())
                                .setEphemeral(true)))
                .ifPresent(trouble -> LOG.debug("what was told in passing was lost: {}", trouble));
    }

    private static Optional<Trouble> trouble(Call.Outcome<?> outcome) {
        return switch (outcome) {
            case Call.Done<?> ignored -> Optional.empty();
            case Call.Failed<?> failed -> Optional.of(failed.trouble());
        };
    }

    void file(TextFile file) {
        AdminMessages.send(channel, file);
    }

    /** @return the message of the bot's own that is to show the job from now on; empty if it could not be sent */
    Optional<JobMessage> begin(Follow job) {
        return AdminMessages.sent(channel, AdminLook.message(job.text(), job.buttons()))
                .map(id -> new JobMessage(job.job(), Incoming.PLATFORM, channel.getId(), null, id));
    }

    /** Points to that message; what was tapped stays, without its buttons. */
    void begun(Follow job) {
        if (tapped) {
            trouble(Call.of(
                            "an admin's answer",
                            () -> hook.editOriginal(new MessageEditBuilder()
                                    .setComponents(List.of())
                                    .build())))
                    .ifPresent(trouble -> LOG.debug("buttons stay below a question: {}", trouble));
        } else {
            end("Reindex %d is shown in a message of its own, which stays up to date.".formatted(job.job()));
        }
    }

    void notBegun(Follow job) {
        String text = "Reindex %d is under way, but I could not send the message that shows it: /stats tells how it"
                        .formatted(job.job())
                + " stands, /cancel ends it.";
        if (tapped) {
            passing(text);
        } else {
            end(text);
        }
    }
}
