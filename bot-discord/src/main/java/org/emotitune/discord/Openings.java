package org.emotitune.discord;

import java.util.Optional;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import org.emotitune.index.StoreUnavailableException;

/** Opens channels to ordinary messages, and closes them. Thread-safe. */
final class Openings {
    static final String NO_CHANNEL = "That is no channel in which people write.";

    private final Listening listening;

    Openings(Listening listening) {
        this.listening = listening;
    }

    /**
     * @param channel of a server that the bot is in
     * @return what the admin is told
     */
    String change(GuildChannel channel, boolean on) {
        if (!(channel instanceof GuildMessageChannel open)) {
            return NO_CHANNEL;
        }
        Optional<String> unmet = on ? Needs.unmet(open) : Optional.empty();
        return unmet.orElseGet(() -> change(open.getIdLong(), open.getName(), on));
    }

    String change(long channel, String name, boolean on) {
        try {
            if (on) {
                listening.open(channel);
                return "I answer every message in #%s from now on.".formatted(name);
            }
            listening.close(channel);
            return "In #%s I answer only who mentions me, or uses a command, from now on.".formatted(name);
        } catch (StoreUnavailableException e) {
            return "The database does not answer: nothing was changed. Try again in a moment.";
        }
    }
}
