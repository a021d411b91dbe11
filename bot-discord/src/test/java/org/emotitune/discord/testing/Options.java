package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a person fills in, as their Discord checks it and sends it. */
final class Options {
    private static final int SUBCOMMAND = 1;
    private static final int SUBCOMMAND_GROUP = 2;
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int USER = 6;
    private static final int CHANNEL = 7;
    private static final int ROLE = 8;
    private static final int ATTACHMENT = 11;
    private static final int LONGEST = 6_000;

    private final World world;
    private final Voice voice;
    private final ObjectNode resolved = Json.object();
    private final boolean typing;

    /** @param typing whether the person has not finished, so that options may be missing */
    Options(World world, Voice voice, boolean typing) {
        this.world = world;
        this.voice = voice;
        this.typing = typing;
    }

    /** What has been referred to: users, channels, files. */
    ObjectNode resolved() {
        return resolved;
    }

    /** @param path names of subcommands; empty for none */
    ArrayNode fill(JsonNode command, List<String> path, Map<String, ?> values) {
        Deque<String> names = new ArrayDeque<>(path);
        if (!names.isEmpty()) {
            JsonNode inner = named(command, names.pop()).orElseThrow(() -> new AssertionError("no subcommand " + path));
            int type = inner.path("type").asInt();
            if (type != SUBCOMMAND && type != SUBCOMMAND_GROUP) {
                throw new AssertionError("an option, no subcommand: " + path);
            }
            ObjectNode chosen =
                    Json.object().put("name", inner.path("name").asText()).put("type", type);
            chosen.set("options", fill(inner, List.copyOf(names), values));
            return Json.array(List.of(chosen));
        }
        return options(command, values);
    }

    private ArrayNode options(JsonNode command, Map<String, ?> values) {
        List<ObjectNode> filled = new ArrayList<>();
        values.forEach((name, value) -> {
            JsonNode option =
                    named(command, name).orElseThrow(() -> new AssertionError("no option " + name + " in " + command));
            filled.add(option(option, value));
        });
        if (!typing) {
            command.path("options").forEach(option -> checkRequired(option, filled));
        }
        return Json.array(filled);
    }

    private static void checkRequired(JsonNode option, List<ObjectNode> filled) {
        boolean there = filled.stream().anyMatch(one -> one.path("name").equals(option.path("name")));
        if (option.path("required").asBoolean() && !there) {
            throw new AssertionError("Discord asks for " + option.path("name") + " first");
        }
    }

    private static Optional<JsonNode> named(JsonNode command, String name) {
        return StreamSupport.stream(command.path("options").spliterator(), false)
                .filter(option -> CommandBook.isCalled(option, name))
                .findFirst();
    }

    private ObjectNode option(JsonNode option, Object value) {
        int type = option.path("type").asInt();
        ObjectNode filled =
                Json.object().put("name", option.path("name").asText()).put("type", type);
        return filled.set("value", value(option, type, value));
    }

    private JsonNode value(JsonNode option, int type, Object value) {
        ObjectNode holder = Json.object();
        switch (value) {
            case LocalChannel channel when type == CHANNEL -> refer(holder, "channels", channel.id(), channel(channel));
            case Person person when type == USER -> refer(holder, "users", person.id(), person.json());
            case ServerRole role when type == ROLE -> refer(holder, "roles", role.id(), role.json(1, false));
            case UploadedFile file
            when type == ATTACHMENT -> {
                long id = world.ids().next();
                refer(
                        holder,
                        "attachments",
                        id,
                        world.files().keep(id, voice.channel().id(), file).put("ephemeral", true));
            }
            case Boolean yes -> holder.put("value", yes);
            case Number number when type == INTEGER -> holder.put("value", number.longValue());
            case Number number -> holder.put("value", number.doubleValue());
            case String text when type == STRING -> holder.put("value", text(option, text));
            default -> throw new AssertionError("%s is nothing for %s".formatted(value, option));
        }
        return holder.path("value");
    }

    private ObjectNode channel(LocalChannel channel) {
        return channel.json()
                .put(
                        "permissions",
                        Json.id(Reach.permissions(channel, voice.person().id())));
    }

    private void refer(ObjectNode holder, String kind, long id, ObjectNode what) {
        holder.put("value", Json.id(id));
        resolved.withObject("/" + kind).set(Json.id(id), what);
    }

    /** The value of a choice, which may be given by what the person reads. */
    private String text(JsonNode option, String text) {
        boolean fits = text.length() <= option.path("max_length").asInt(LONGEST)
                && text.length() >= option.path("min_length").asInt(0);
        if (!typing && !fits) {
            throw new AssertionError("Discord does not take a text of that length: " + text.length());
        }
        if (option.path("choices").isEmpty()) {
            return text;
        }
        return StreamSupport.stream(option.path("choices").spliterator(), false)
                .filter(one -> one.path("value").asText().equals(text) || CommandBook.isCalled(one, text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no choice " + text + " of " + option))
                .path("value")
                .asText();
    }
}
