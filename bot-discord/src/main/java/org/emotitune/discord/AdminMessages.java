package org.emotitune.discord;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.emotitune.admin.JobMessages.JobMessage;
import org.emotitune.admin.JobWatches;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply.TextFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What admins see as messages of the bot's own. Blocks; thread-safe. */
final class AdminMessages implements JobWatches.Screen {

    private static final Logger LOG = LoggerFactory.getLogger(AdminMessages.class);

    private final Channels channels;

    AdminMessages(Channels channels) {
        this.channels = channels;
    }

    @Override
    public Shown show(JobMessage message, String text, List<Button> buttons) {
        Optional<GuildMessageChannel> channel = channels.find(Long.parseLong(message.place()));
        if (channel.isEmpty()) {
            return channels.areComplete() ? Shown.GONE : Shown.NOT_NOW;
        }
        return shown(Call.of(
                "an admin's message",
                () -> channel.get().editMessageById(message.message(), AdminLook.edit(text, buttons))));
    }

    /** Where the bot may not look into the channel any more, that may be put right; the channel is still there. */
    private static Shown shown(Call.Outcome<?> outcome) {
        return switch (outcome) {
            case Call.Done<?> ignored -> Shown.DONE;
            case Call.Failed<?> failed ->
                switch (failed.trouble()) {
                    case GONE -> Shown.GONE;
                    case FORBIDDEN, UNKNOWN, REFUSED, EXPIRED, TAKEN -> Shown.NOT_NOW;
                };
        };
    }

    @Override
    public Shown finish(JobMessage message, String text, List<TextFile> files, Optional<Path> picture) {
        Shown shown = show(message, text, List.of());
        if (shown == Shown.DONE) {
            channels.find(Long.parseLong(message.place())).ifPresent(channel -> {
                files.forEach(file -> send(channel, file));
                picture.ifPresent(png -> send(channel, FileUpload.fromData(png)));
            });
        }
        return shown;
    }

    static void send(GuildMessageChannel channel, TextFile file) {
        byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
        long most = channel.getGuild().getMaxFileSize();
        if (content.length > most) {
            String text = "%s is too big to be sent here: it has %,d bytes, and %,d may be sent."
                    .formatted(file.name(), content.length, most);
            warnUnless(sent(channel, AdminLook.message(text, List.of())));
        } else {
            send(channel, FileUpload.fromData(content, file.name()));
        }
    }

    private static void send(GuildMessageChannel channel, FileUpload file) {
        warnUnless(sent(
                channel,
                new MessageCreateBuilder()
                        .setFiles(file)
                        .setAllowedMentions(Set.of())
                        .build()));
    }

    private static void warnUnless(Optional<String> sent) {
        if (sent.isEmpty()) {
            LOG.warn(
                    "A file for admins could not be sent: ./emotitune reindex --failures FILE has those of a reindex.");
        }
    }

    /** @return id of the message; empty if it could not be sent */
    static Optional<String> sent(GuildMessageChannel channel, MessageCreateData message) {
        return switch (Call.of("an admin's message", () -> channel.sendMessage(message))) {
            case Call.Done<Message>(Message done) -> Optional.of(done.getId());
            case Call.Failed<?> ignored -> Optional.empty();
        };
    }
}
