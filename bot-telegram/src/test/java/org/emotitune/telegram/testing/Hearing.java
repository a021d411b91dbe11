package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** What of a group reaches the bot: with privacy mode on only what is meant for it. */
final class Hearing {
    private static final String NAME = "@" + World.BOT_NAME;

    private Hearing() {}

    static boolean hears(World world, LocalChat chat, JsonNode message) {
        String status = chat.members().bot();
        if (status.equals(Members.LEFT) || status.equals(Members.KICKED)) {
            return false;
        }
        if (!chat.isGroup() || !world.privacy() || chat.members().isBotAdministrator()) {
            return true;
        }
        boolean said = message.has("text") || message.has("caption") || message.has("document");
        boolean reply = message.path("reply_to_message").path("from").path("id").asLong() == World.BOT_ID;
        return !said
                || reply
                || message.has("via_bot")
                || isMeant(message, "text", "entities")
                || isMeant(message, "caption", "caption_entities");
    }

    private static boolean isMeant(JsonNode message, String name, String entities) {
        String text = message.path(name).asText("");
        return Json.stream(message.path(entities)).anyMatch(entity -> {
            int start = entity.path("offset").asInt();
            String part = text.substring(start, start + entity.path("length").asInt());
            boolean command = entity.path("type").asText().equals("bot_command");
            return command ? !part.contains("@") || part.endsWith(NAME) : part.equalsIgnoreCase(NAME);
        });
    }
}
