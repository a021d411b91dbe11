package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import net.dv8tion.jda.api.Permission;

/** What somebody may do where. */
final class Reach {
    static final long IN_DIRECT = Permission.getRaw(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES,
            Permission.MESSAGE_HISTORY,
            Permission.MESSAGE_MENTION_EVERYONE);

    private Reach() {}

    /** In the channel; of private threads it does not know who is in them. */
    static long permissions(LocalChannel channel, long user) {
        return channel.server()
                .map(server -> server.permissions(user, channel.overwrites()))
                .orElse(IN_DIRECT);
    }

    static boolean may(LocalChannel channel, long user, Permission... what) {
        long raw = Permission.getRaw(what);
        return (permissions(channel, user) & raw) == raw;
    }

    static boolean sees(LocalChannel channel, long user) {
        if (channel.server().isEmpty()) {
            return channel.people().contains(user);
        }
        boolean member = channel.server().get().hasMember(user);
        boolean added = channel.kind() != LocalChannel.Kind.PRIVATE_THREAD
                || channel.people().contains(user)
                || may(channel, user, Permission.MANAGE_THREADS);
        return member && added && may(channel, user, Permission.VIEW_CHANNEL);
    }

    static boolean isHeard(LocalChannel channel) {
        return sees(channel, BotAccount.ID);
    }

    /** Throws the refusal that the bot gets. */
    static void check(LocalChannel channel, Permission... what) {
        if (!sees(channel, BotAccount.ID)) {
            throw Refusal.missingAccess();
        }
        if (!Arrays.stream(what).allMatch(one -> may(channel, BotAccount.ID, one))) {
            throw Refusal.missingPermissions();
        }
    }

    /** Throws the refusal that the bot gets for a message that answers no interaction. */
    static void checkSending(World world, LocalChannel channel, JsonNode payload, List<UploadedFile> files) {
        if (channel.isDirect()) {
            channel.people().stream()
                    .filter(one -> one != BotAccount.ID)
                    .map(world::person)
                    .filter(person -> !person.takesMessages())
                    .findAny()
                    .ifPresent(person -> {
                        throw Refusal.cannotSendToUser();
                    });
        }
        check(channel, channel.isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND);
        if (!payload.path("embeds").isEmpty()) {
            check(channel, Permission.MESSAGE_EMBED_LINKS);
        }
        if (!files.isEmpty()) {
            check(channel, Permission.MESSAGE_ATTACH_FILES);
        }
        if (payload.has("message_reference") && !may(channel, BotAccount.ID, Permission.MESSAGE_HISTORY)) {
            throw Refusal.cannotReply();
        }
    }
}
