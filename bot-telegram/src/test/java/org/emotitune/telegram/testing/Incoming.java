package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Content of what people send. */
final class Incoming {
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w/])/[A-Za-z0-9_]{1,64}(@\\w+)?");
    private static final Pattern MENTION = Pattern.compile("(?<!\\w)@\\w{4,32}");

    private Incoming() {}

    static ObjectNode text(String text) {
        return marked("text", "entities", text);
    }

    /** Nothing for an empty one. */
    static ObjectNode caption(String text) {
        return text.isEmpty() ? Json.object() : marked("caption", "caption_entities", text);
    }

    private static ObjectNode marked(String name, String entities, String text) {
        ObjectNode content = Json.object().put(name, text);
        ArrayNode found = Json.array();
        add(found, "bot_command", COMMAND.matcher(text));
        Matcher mention = MENTION.matcher(
                COMMAND.matcher(text).replaceAll(one -> " ".repeat(one.group().length())));
        add(found, "mention", mention);
        if (!found.isEmpty()) {
            content.set(entities, found);
        }
        return content;
    }

    private static void add(ArrayNode entities, String kind, Matcher found) {
        while (found.find()) {
            entities.addObject()
                    .put("type", kind)
                    .put("offset", found.start())
                    .put("length", found.end() - found.start());
        }
    }

    /** What a result of an inline query looks like in a chat. */
    static ObjectNode inline(JsonNode result) {
        JsonNode given = result.path("input_message_content");
        Formatted text = given.path("parse_mode").asText("").equalsIgnoreCase("HTML")
                ? HtmlText.parse(given.path("message_text").asText())
                : Formatted.plain(given.path("message_text").asText());
        ObjectNode content = Json.object().put("text", text.text());
        content.set("entities", text.entities());
        if (result.has("reply_markup")) {
            content.set("reply_markup", result.path("reply_markup"));
        }
        return content;
    }

    /** Whoever writes to the bot lets it answer. */
    static void start(LocalChat chat) {
        if (!chat.isPrivate() || !chat.members().bot().equals(Members.LEFT)) {
            return;
        }
        chat.members().put(World.bot(), Members.MEMBER);
    }

    static String type(Upload file) {
        String name = file.name();
        String end = name.substring(name.lastIndexOf('.') + 1);
        return switch (end) {
            case "json" -> "application/json";
            case "csv" -> "text/csv";
            case "txt" -> "text/plain";
            default -> "application/octet-stream";
        };
    }
}
