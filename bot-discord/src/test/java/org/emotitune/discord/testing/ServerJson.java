package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Servers and their members as Discord tells of them. */
final class ServerJson {
    private static final int FIVE_MINUTES = 300;

    private ServerJson() {}

    static ObjectNode member(World world, ObjectNode user, Set<Long> roles) {
        ObjectNode member = Json.object()
                .putNull("nick")
                .putNull("avatar")
                .putNull("premium_since")
                .putNull("communication_disabled_until")
                .put("joined_at", world.timestamp())
                .put("pending", false)
                .put("deaf", false)
                .put("mute", false)
                .put("flags", 0);
        member.set("user", user);
        roles.forEach(role -> member.withArray("roles").add(Json.id(role)));
        member.withArray("roles");
        return member;
    }

    /** Roles are missing. */
    static ObjectNode server(LocalServer server, World world, Collection<Long> members, boolean withMembers) {
        List<LocalChannel> channels = world.channels().stream()
                .filter(channel -> channel.serverId() == server.id())
                .toList();
        ObjectNode json = Json.object()
                .put("id", Json.id(server.id()))
                .put("name", server.name())
                .put("owner_id", Json.id(server.owner().id()))
                .put("preferred_locale", server.locale())
                .put("member_count", members.size())
                .put("unavailable", false)
                .put("large", false)
                .put("nsfw_level", 0)
                .put("afk_timeout", FIVE_MINUTES)
                .put("premium_progress_bar_enabled", false)
                .put("joined_at", world.timestamp());
        json.set(
                "members",
                Json.array(members.stream()
                        .filter(user -> withMembers || user == BotAccount.ID)
                        .map(server::member)
                        .toList()));
        json.set(
                "channels",
                Json.array(channels.stream()
                        .filter(channel -> !channel.isThread())
                        .map(LocalChannel::json)
                        .toList()));
        json.set(
                "threads",
                Json.array(channels.stream()
                        .filter(channel -> channel.isThread() && channel.isHeardByBot())
                        .map(LocalChannel::json)
                        .toList()));
        List.of("emojis", "stickers", "features", "presences", "voice_states", "guild_scheduled_events")
                .forEach(json::putArray);
        return json;
    }

    /** As interactions have it. */
    static ObjectNode partial(LocalServer server) {
        ObjectNode json = Json.object().put("id", Json.id(server.id())).put("locale", server.locale());
        json.putArray("features");
        return json;
    }
}
