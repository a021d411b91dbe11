package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/** What a bot asks to hear, see https://discord.com/developers/docs/events/gateway#gateway-intents. */
final class Intents {
    static final long GUILDS = 1;
    static final long GUILD_MEMBERS = 1 << 1;
    static final long PRESENCES = 1 << 8;
    static final long GUILD_MESSAGES = 1 << 9;
    static final long DIRECT_MESSAGES = 1 << 12;
    static final long MESSAGE_CONTENT = 1 << 15;
    static final long PRIVILEGED = GUILD_MEMBERS | PRESENCES | MESSAGE_CONTENT;

    private Intents() {}

    /** Without its content, unless the bot may read it: its own, those in direct messages, those that mention it. */
    static ObjectNode readable(Session session, ObjectNode message) {
        boolean readable = session.has(MESSAGE_CONTENT)
                || !message.has("guild_id")
                || isOfBot(message)
                || mentionsBot(message)
                || !message.has("content");
        return readable ? message : withoutContent(message);
    }

    private static ObjectNode withoutContent(ObjectNode message) {
        ObjectNode bare = message.deepCopy().put("content", "");
        bare.putArray("embeds");
        bare.putArray("attachments");
        bare.putArray("components");
        return bare;
    }

    private static boolean isOfBot(ObjectNode message) {
        return Json.id(message.path("author").path("id")) == BotAccount.ID;
    }

    private static boolean mentionsBot(ObjectNode message) {
        return StreamSupport.stream(message.path("mentions").spliterator(), false)
                .anyMatch(user -> Json.id(user.path("id")) == BotAccount.ID);
    }
}
