package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes, changes and removes messages, and tells the bot of it. */
final class Mail {
    /** What the bot can set of a message's flags: no embeds of links, silent, new components. */
    private static final int OWN_FLAGS = 1 << 2 | 1 << 12 | 1 << 15;

    private static final List<String> PARTS = List.of("embeds", "components");

    private final World world;

    Mail(World world) {
        this.world = world;
    }

    /** A message with nothing in it, by somebody as users are told of. */
    ObjectNode blank(LocalChannel channel, ObjectNode author) {
        ObjectNode message = Json.object()
                .put("id", Json.id(world.ids().next()))
                .put("channel_id", Json.id(channel.id()))
                .put("type", 0)
                .put("content", "")
                .put("timestamp", world.timestamp())
                .putNull("edited_timestamp")
                .put("tts", false)
                .put("mention_everyone", false)
                .put("pinned", false)
                .put("flags", 0);
        message.set("author", author);
        List.of("mentions", "mention_roles", "attachments", "embeds", "components")
                .forEach(message::putArray);
        channel.server().ifPresent(server -> message.put("guild_id", Json.id(server.id())));
        return message;
    }

    /** Puts it into the channel, for one person only or, with 0, for all. */
    LocalMessage post(LocalChannel channel, ObjectNode message, long onlyFor) {
        LocalMessage posted = new LocalMessage(world, channel, message, onlyFor);
        channel.all().put(posted.id(), posted);
        if (onlyFor == 0) {
            world.gateway().tellMessage(channel, "MESSAGE_CREATE", told(posted));
        }
        return posted;
    }

    /** A message of the bot, by what it asked for, for one person only or, with 0, for all. */
    LocalMessage fromBot(LocalChannel channel, Asked asked, ObjectNode extra, long onlyFor) {
        ObjectNode message = blank(channel, BotAccount.user());
        message.setAll(extra);
        fill(message, asked, channel);
        message.put(
                "flags",
                message.path("flags").asInt()
                        | (asked.body().path("flags").asInt() & OWN_FLAGS)
                        | (onlyFor == 0 ? 0 : LocalMessage.EPHEMERAL));
        Pings.add(world, channel, message, asked.body());
        return post(channel, message, onlyFor);
    }

    /** Changes what the bot asks to change, and leaves the rest. Throws the refusal when nothing would be left. */
    void edit(LocalMessage message, Asked asked) {
        ObjectNode changed = message.raw().deepCopy();
        fill(changed, asked, message.channel());
        if (isEmpty(changed)) {
            throw new Refusal(Refusal.BAD_REQUEST, 50_006, "Cannot send an empty message");
        }
        message.raw().setAll(changed);
        message.edited();
        if (!message.isEphemeral()) {
            world.gateway().tellMessage(message.channel(), "MESSAGE_UPDATE", told(message));
        }
    }

    private static boolean isEmpty(ObjectNode message) {
        return message.path("content").asText().isEmpty()
                && message.path("attachments").isEmpty()
                && PARTS.stream().allMatch(part -> message.path(part).isEmpty());
    }

    void delete(LocalMessage message) {
        LocalChannel channel = message.channel();
        channel.all().remove(message.id());
        message.deleted();
        ObjectNode told = Json.object().put("id", Json.id(message.id())).put("channel_id", Json.id(channel.id()));
        channel.server().ifPresent(server -> told.put("guild_id", Json.id(server.id())));
        if (!message.isEphemeral()) {
            world.gateway().tellMessage(channel, "MESSAGE_DELETE", told);
        }
    }

    private ObjectNode told(LocalMessage message) {
        ObjectNode told = message.raw().deepCopy();
        if (message.channel().server().isPresent()) {
            ObjectNode member = message.channel().server().get().member(message.authorId());
            member.remove("user");
            told.set("member", member);
        }
        return told;
    }

    private void fill(ObjectNode message, Asked asked, LocalChannel channel) {
        JsonNode body = asked.body();
        if (body.has("content")) {
            message.put("content", body.path("content").asText("").strip());
            if (body.path("content").isNull()) {
                message.put("content", "");
            }
        }
        PARTS.stream().filter(body::has).forEach(part -> message.set(part, array(body.path(part))));
        message.path("embeds").forEach(embed -> ((ObjectNode) embed).put("type", "rich"));
        message.set("attachments", attachments(message, asked, channel));
    }

    private static ArrayNode array(JsonNode given) {
        return given instanceof ArrayNode array ? array.deepCopy() : Json.array();
    }

    /** Those that are kept, and the new ones. */
    private ArrayNode attachments(JsonNode message, Asked asked, LocalChannel channel) {
        List<JsonNode> kept = new ArrayList<>();
        message.path("attachments").forEach(kept::add);
        if (asked.body().path("attachments").isArray()) {
            Map<String, JsonNode> listed = byId(asked.body().path("attachments"));
            kept.removeIf(one -> !listed.containsKey(one.path("id").asText()));
        }
        ArrayNode all = Json.array(kept);
        asked.files().forEach(file -> all.add(world.files().keep(world.ids().next(), channel.id(), file)));
        return all;
    }

    private static Map<String, JsonNode> byId(JsonNode all) {
        Map<String, JsonNode> found = new HashMap<>();
        all.forEach(one -> found.put(one.path("id").asText(), one));
        return found;
    }

    /** What makes a message a reply; nothing where there is none to reply to. */
    ObjectNode reply(@Nullable LocalMessage to) {
        ObjectNode extra = Json.object();
        if (to != null) {
            ObjectNode reference = extra.put("type", 19).putObject("message_reference");
            reference
                    .put("type", 0)
                    .put("message_id", Json.id(to.id()))
                    .put("channel_id", Json.id(to.channel().id()));
            to.channel().server().ifPresent(server -> reference.put("guild_id", Json.id(server.id())));
            extra.set("referenced_message", withoutReference(to.raw()));
        }
        return extra;
    }

    private static ObjectNode withoutReference(ObjectNode message) {
        ObjectNode copy = message.deepCopy();
        copy.remove("referenced_message");
        return copy;
    }
}
