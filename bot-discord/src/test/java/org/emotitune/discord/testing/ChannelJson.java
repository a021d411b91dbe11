package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Channels as Discord tells of them. */
final class ChannelJson {
    private static final int A_DAY = 1_440;
    private static final String AT_SOME_TIME = "2026-01-01T00:00:00+00:00";

    private ChannelJson() {}

    static ObjectNode of(LocalChannel channel) {
        ObjectNode json = Json.object()
                .put("id", Json.id(channel.id()))
                .put("type", channel.kind().code());
        return switch (channel.kind()) {
            case TEXT -> text(json, channel);
            case PUBLIC_THREAD, PRIVATE_THREAD -> thread(json, channel);
            case DIRECT -> direct(json);
            case GROUP -> group(json, channel);
        };
    }

    private static ObjectNode text(ObjectNode json, LocalChannel channel) {
        json.put("guild_id", Json.id(channel.serverId()))
                .put("name", channel.name())
                .put("position", 0)
                .put("nsfw", false)
                .put("rate_limit_per_user", 0)
                .putNull("topic")
                .putNull("parent_id")
                .putNull("last_message_id");
        json.set(
                "permission_overwrites",
                Json.array(channel.overwrites().stream()
                        .map(one -> Json.object()
                                .put("id", Json.id(one.id()))
                                .put("type", one.forMember() ? 1 : 0)
                                .put("allow", Json.id(one.allow()))
                                .put("deny", Json.id(one.deny())))
                        .toList()));
        return json;
    }

    private static ObjectNode thread(ObjectNode json, LocalChannel channel) {
        long parent = channel.parent().map(LocalChannel::id).orElse(0L);
        json.put("guild_id", Json.id(channel.serverId()))
                .put("name", channel.name())
                .put("parent_id", Json.id(parent))
                .put("owner_id", Json.id(BotAccount.ID))
                .put("member_count", channel.people().size())
                .put("message_count", 0)
                .put("total_message_sent", 0)
                .put("rate_limit_per_user", 0)
                .put("flags", 0)
                .putNull("last_message_id");
        json.putObject("thread_metadata")
                .put("archived", false)
                .put("locked", false)
                .put("invitable", true)
                .put("auto_archive_duration", A_DAY)
                .put("archive_timestamp", AT_SOME_TIME)
                .put("create_timestamp", AT_SOME_TIME);
        if (channel.people().contains(BotAccount.ID)) {
            json.putObject("member").put("join_timestamp", AT_SOME_TIME).put("flags", 0);
        }
        return json;
    }

    private static ObjectNode direct(ObjectNode json) {
        json.putNull("last_message_id").put("flags", 0);
        // The other one, as the person sees it.
        json.putArray("recipients").add(BotAccount.user());
        return json;
    }

    private static ObjectNode group(ObjectNode json, LocalChannel channel) {
        json.put("name", channel.name()).putNull("icon").putNull("last_message_id");
        channel.people().stream().findFirst().ifPresent(first -> json.put("owner_id", Json.id(first)));
        json.putArray("recipients");
        return json;
    }
}
