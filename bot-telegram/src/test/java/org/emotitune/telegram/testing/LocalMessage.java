package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message that lies in a chat. Not thread-safe: the world's lock is around it. */
final class LocalMessage {
    private static final List<String> CONTENT =
            List.of("text", "entities", "caption", "caption_entities", "reply_markup", "link_preview_options");

    private final boolean ofBot;
    private final ObjectNode json;
    private final @Nullable Upload file;
    private int edits;
    private String reaction = "";

    LocalMessage(boolean ofBot, ObjectNode json, @Nullable Upload file) {
        this.ofBot = ofBot;
        this.json = json;
        this.file = file;
    }

    int id() {
        return json.path("message_id").asInt();
    }

    boolean ofBot() {
        return ofBot;
    }

    ObjectNode json() {
        return json;
    }

    /** As another message or a tap shows it: without what it answers. */
    ObjectNode quoted() {
        ObjectNode quoted = json.deepCopy();
        quoted.remove("reply_to_message");
        return quoted;
    }

    Optional<Upload> file() {
        return Optional.ofNullable(file);
    }

    int edits() {
        return edits;
    }

    String reaction() {
        return reaction;
    }

    void react(String emoji) {
        reaction = emoji;
    }

    /**
     * Takes the place of what is shown.
     *
     * @param names what the edit is about; these go where the content has none
     */
    void edit(ObjectNode content, List<String> names, long now) {
        if (names.stream().allMatch(name -> shown(json, name).equals(shown(content, name)))) {
            throw Refusal.bad("message is not modified: specified new message content and reply markup are exactly "
                    + "the same as a current content and reply markup of the message");
        }
        CONTENT.stream().filter(names::contains).forEach(json::remove);
        json.setAll(content);
        json.put("edit_date", now);
        edits++;
    }

    /** No entities are the same as an empty list of them. */
    private static JsonNode shown(ObjectNode message, String name) {
        JsonNode value = message.path(name);
        return value.isArray() && value.isEmpty() ? Json.object().path(name) : value;
    }
}
