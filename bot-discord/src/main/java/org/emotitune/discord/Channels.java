package org.emotitune.discord;

import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.sharding.ShardManager;

/** The channels of all servers that the bot is in. Thread-safe. */
final class Channels {
    private final ShardManager shards;

    Channels(ShardManager shards) {
        this.shards = shards;
    }

    /** @return empty if it is not known now, see {@link #areComplete}; archived threads are forgotten by a restart */
    Optional<GuildMessageChannel> find(long id) {
        return Optional.ofNullable(shards.getChannelById(GuildMessageChannel.class, id));
    }

    /** Whether what is not known is not there: every shard is connected, and none waits for a server. */
    boolean areComplete() {
        List<JDA> known = shards.getShards();
        return !known.isEmpty()
                && known.size() == known.getFirst().getShardInfo().getShardTotal()
                && known.stream().allMatch(Channels::isComplete);
    }

    private static boolean isComplete(JDA shard) {
        return shard.getStatus() == JDA.Status.CONNECTED
                && shard.getUnavailableGuilds().isEmpty();
    }
}
