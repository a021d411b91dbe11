package org.emotitune.discord.testing;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a member may do in a channel, as https://docs.discord.com/developers/topics/permissions computes it; computed
 * apart from JDA, so that JDA's own answer can be wrong.
 */
public final class Permissions {
    public static final long ADMINISTRATOR = 1L << 3;
    public static final long MANAGE_CHANNELS = 1L << 4;
    public static final long MANAGE_GUILD = 1L << 5;
    public static final long VIEW_CHANNEL = 1L << 10;
    public static final long SEND_MESSAGES = 1L << 11;
    public static final long SEND_TTS_MESSAGES = 1L << 12;
    public static final long MANAGE_MESSAGES = 1L << 13;
    public static final long EMBED_LINKS = 1L << 14;
    public static final long ATTACH_FILES = 1L << 15;
    public static final long READ_MESSAGE_HISTORY = 1L << 16;
    public static final long MENTION_EVERYONE = 1L << 17;
    public static final long USE_APPLICATION_COMMANDS = 1L << 31;
    public static final long SEND_MESSAGES_IN_THREADS = 1L << 38;

    /** Of the whole server: being shut out of a channel takes none of them. */
    static final long OF_SERVERS = MANAGE_GUILD
            | ADMINISTRATOR
            | bits(1) // kick members
            | bits(2) // ban members
            | bits(7) // see the audit log
            | bits(19) // see the server's insights
            | bits(26) // change one's nickname
            | bits(27) // manage nicknames
            | bits(30) // manage expressions
            | bits(40) // moderate members
            | bits(41) // see what is earned
            | bits(43); // create expressions

    /** All that there are: bits 0 to 52, without 47, which is none. */
    public static final long ALL = ((1L << 53) - 1) & ~bits(47);

    private static final long NEEDS_SENDING = SEND_TTS_MESSAGES | MENTION_EVERYONE | EMBED_LINKS | ATTACH_FILES;

    /** @param id of the server itself for @everyone */
    public record Role(long id, long permissions) {}

    /**
     * An exception of one channel.
     *
     * @param id of the role or the member
     */
    public record Overwrite(long id, boolean forMember, long allow, long deny) {}

    private Permissions() {}

    /**
     * @param roles of the member, @everyone first
     * @param overwrites of the channel; empty for the server as a whole
     */
    public static long of(long memberId, boolean owner, List<Role> roles, List<Overwrite> overwrites) {
        long base = roles.stream().mapToLong(Role::permissions).reduce(0, (one, other) -> one | other);
        if (owner || has(base, ADMINISTRATOR)) {
            return ALL;
        }
        long everyone = roles.getFirst().id();
        Set<Long> others = roles.stream().skip(1).map(Role::id).collect(Collectors.toSet());
        long permissions = base;
        permissions = apply(permissions, overwrites, one -> !one.forMember() && one.id() == everyone);
        permissions = apply(permissions, overwrites, one -> !one.forMember() && others.contains(one.id()));
        permissions = apply(permissions, overwrites, one -> one.forMember() && one.id() == memberId);
        return withoutImplied(permissions);
    }

    public static boolean has(long permissions, long all) {
        return (permissions & all) == all;
    }

    /** All that apply count at once: what one of them allows, another does not deny. */
    private static long apply(long permissions, List<Overwrite> overwrites, Predicate<Overwrite> which) {
        long deny = 0;
        long allow = 0;
        for (Overwrite overwrite : overwrites) {
            if (which.test(overwrite)) {
                deny |= overwrite.deny();
                allow |= overwrite.allow();
            }
        }
        return (permissions & ~deny) | allow;
    }

    private static long withoutImplied(long permissions) {
        if (!has(permissions, VIEW_CHANNEL)) {
            return permissions & OF_SERVERS;
        }
        return has(permissions, SEND_MESSAGES) ? permissions : permissions & ~NEEDS_SENDING;
    }

    private static long bits(int position) {
        return 1L << position;
    }
}
