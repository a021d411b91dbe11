package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message as people see it now.
 *
 * @param from "EmotiTune" for the bot's own
 * @param text or the caption, without its markup
 * @param entities bold, links and so on, as the Bot API writes them
 * @param buttons rows of buttons, empty where there are none
 * @param replyTo message that it answers, 0 for none
 * @param thread topic, 0 for none
 * @param edits how often it was edited
 * @param reaction the bot's own, empty for none
 * @param preview link preview options, an empty object for none
 */
public record Shown(
        int id,
        String from,
        boolean ofBot,
        String text,
        List<JsonNode> entities,
        List<List<Button>> buttons,
        int replyTo,
        int thread,
        int edits,
        String reaction,
        JsonNode preview,
        Optional<Upload> file) {

    /** @param data callback data, empty for a button that opens something */
    public record Button(String label, String data, String url) {}

    static Shown of(LocalMessage message) {
        JsonNode json = message.json();
        boolean caption = !json.has("text");
        return new Shown(
                message.id(),
                sender(json),
                message.ofBot(),
                json.path(caption ? "caption" : "text").asText(""),
                Json.stream(json.path(caption ? "caption_entities" : "entities"))
                        .toList(),
                rows(json.path("reply_markup").path("inline_keyboard")),
                json.path("reply_to_message").path("message_id").asInt(),
                json.path("message_thread_id").asInt(),
                message.edits(),
                message.reaction(),
                json.path("link_preview_options"),
                message.file());
    }

    private static String sender(JsonNode json) {
        JsonNode chat = json.path("sender_chat");
        return chat.has("title")
                ? chat.path("title").asText()
                : json.path("from").path("first_name").asText("");
    }

    private static List<List<Button>> rows(JsonNode keyboard) {
        return Json.stream(keyboard)
                .map(row -> Json.stream(row).map(Shown::button).toList())
                .toList();
    }

    private static Button button(JsonNode json) {
        return new Button(
                json.path("text").asText(),
                json.path("callback_data").asText(""),
                json.path("url").asText(""));
    }

    /** All labels in order. */
    public List<String> labels() {
        return buttons.stream().flatMap(List::stream).map(Button::label).toList();
    }

    /** Where its links lead, in order. */
    public List<String> links() {
        return entities.stream()
                .filter(entity -> entity.has("url"))
                .map(entity -> entity.path("url").asText())
                .toList();
    }

    /** What stands in bold, italic, code and so on, in order. */
    public List<String> marked(String kind) {
        return entities.stream()
                .filter(entity -> entity.path("type").asText().equals(kind))
                .map(entity -> text.substring(
                        entity.path("offset").asInt(),
                        entity.path("offset").asInt() + entity.path("length").asInt()))
                .toList();
    }

    /** For a transcript. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("%s%s: %s".formatted(from, replyTo == 0 ? "" : " (to " + replyTo + ")", text));
        file.ifPresent(sent -> lines.add("  📎 " + sent));
        buttons.forEach(row -> lines.add(
                row.stream().map(button -> "[" + button.label() + "]").collect(Collectors.joining(" ", "  ", ""))));
        if (!reaction.isEmpty()) {
            lines.add("  " + reaction);
        }
        return String.join("\n", lines);
    }
}
