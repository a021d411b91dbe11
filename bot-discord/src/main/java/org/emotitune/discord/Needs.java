package org.emotitune.discord;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;

/** What the bot has to be allowed in a channel before it can send messages of its own there. */
final class Needs {
    private static final List<Permission> TO_SHOW = List.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES,
            Permission.MESSAGE_HISTORY);

    private Needs() {}

    /**
     * @param channel of a server that the bot is in
     * @return what is to be done first
     */
    static Optional<String> unmet(GuildMessageChannel channel) {
        List<Permission> needed = new ArrayList<>(TO_SHOW);
        needed.add(channel instanceof ThreadChannel ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND);
        Set<Permission> missing = EnumSet.noneOf(Permission.class);
        needed.stream()
                .filter(each -> !channel.getGuild().getSelfMember().hasPermission(channel, each))
                .forEach(missing::add);
        return sentence(missing, isClosed(channel));
    }

    /** Only its members can send messages to a private thread. */
    private static boolean isClosed(GuildMessageChannel channel) {
        return channel instanceof ThreadChannel thread
                && !thread.isPublic()
                && !thread.isJoined()
                && !thread.getGuild().getSelfMember().hasPermission(thread, Permission.MANAGE_THREADS);
    }

    /** @param closed whether it is a private thread that the bot is not in */
    static Optional<String> sentence(Set<Permission> missing, boolean closed) {
        if (!missing.isEmpty()) {
            return Optional.of(missing.stream()
                    .map(Permission::getName)
                    .collect(Collectors.joining(
                            ", ",
                            "I lack permissions in the channel: ",
                            ". Give them to me (Edit Channel > Permissions), and ask again.")));
        }
        return closed
                ? Optional.of("I am not in this private thread: mention me in it, and ask again.")
                : Optional.empty();
    }
}
