package org.emotitune.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emotitune.discord.Standing.Sight;
import org.emotitune.reindex.Caller;

/**
 * Who is an admin where: whoever manages a server that the bot was added to, in a channel there that not everybody can
 * see, and that is listed where any is. Pure.
 */
final class Admins {
    /** Why somebody may not, and what to do about it. */
    enum Refusal {
        NO_SERVER("This works in a private channel of a server that I was added to, and nowhere else."),
        NOT_INSTALLED("I was added to your account, not to this server: add me to the server, and ask again there."),
        NOT_LOADED("I do not know this server yet: try again in a moment; if that does not help,"
                + " add me to it again, with the scope \"bot\"."),
        NOT_MANAGER("This is for those who have the permission Manage Server."),
        UNKNOWN_SIGHT("I cannot tell who sees this channel: ask in a private text channel."),
        VISIBLE("@everyone can see this channel: ask in one that is private"
                + " (Edit Channel > Permissions > Private Channel)."),
        NOT_LISTED("This channel is not among the DISCORD_ADMIN_CHANNELS that the bot's operator has set:"
                + " ask in one of them.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    private final Set<String> listed;

    /** @param listed ids of channels; empty where every private one will do */
    Admins(Set<String> listed) {
        this.listed = Set.copyOf(listed);
    }

    /** @return empty for admins; to others the first reason, so that strangers learn nothing of the channel */
    Optional<Refusal> refusal(Standing standing) {
        Optional<Refusal> server = switch (standing.server()) {
            case NONE -> Optional.of(Refusal.NO_SERVER);
            case NOT_INSTALLED -> Optional.of(Refusal.NOT_INSTALLED);
            case NOT_LOADED -> Optional.of(Refusal.NOT_LOADED);
            case HERE -> Optional.empty();
        };
        return server.isPresent() || standing.manages()
                ? server.or(() -> refusalOf(standing))
                : Optional.of(Refusal.NOT_MANAGER);
    }

    private Optional<Refusal> refusalOf(Standing standing) {
        return switch (standing.sight()) {
            case Sight.UNKNOWN -> Optional.of(Refusal.UNKNOWN_SIGHT);
            case Sight.VISIBLE -> Optional.of(Refusal.VISIBLE);
            case Sight.HIDDEN -> isListed(standing) ? Optional.empty() : Optional.of(Refusal.NOT_LISTED);
        };
    }

    private boolean isListed(Standing standing) {
        return listed.isEmpty()
                || standing.channels().stream().map(String::valueOf).anyMatch(listed::contains);
    }

    /** As the core knows the person; vouched for if they are an admin here. */
    Caller caller(Standing standing) {
        List<String> ids = new ArrayList<>();
        ids.add(Long.toString(standing.person()));
        standing.channels().forEach(channel -> ids.add(Long.toString(channel)));
        return new Caller(Incoming.PLATFORM, ids, refusal(standing).isEmpty());
    }
}
