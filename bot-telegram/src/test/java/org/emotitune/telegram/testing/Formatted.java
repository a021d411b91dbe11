package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Text as people see it.
 *
 * @param entities what is bold, a link and so on, in UTF-16 units of the text
 */
public record Formatted(String text, ArrayNode entities) {
    static Formatted plain(String text) {
        return new Formatted(text, Json.array());
    }

    /** Of a call that sends or edits text or a caption: the text is limited after its markup has been read. */
    static Formatted of(Params params, String name, String entities, int limit) {
        Formatted text = parsed(params, name, entities);
        if (text.text().length() > limit) {
            throw Refusal.bad(name.equals("text") ? "message is too long" : "message caption is too long");
        }
        return text;
    }

    private static Formatted parsed(Params params, String name, String entities) {
        String mode = params.text("parse_mode");
        String text = params.text(name);
        if (mode.equalsIgnoreCase("HTML")) {
            return HtmlText.parse(text).trimmed();
        }
        if (!mode.isEmpty()) {
            throw Refusal.bad("LocalTelegram: parse_mode %s is not known here".formatted(mode));
        }
        ArrayNode given = Json.array(params.json(entities).stream().flatMap(Json::stream));
        return new Formatted(text, given).trimmed();
    }

    /** Telegram removes white space at both ends; what is marked moves along. */
    private Formatted trimmed() {
        String whole = text.stripTrailing();
        int removed = whole.length() - whole.stripLeading().length();
        ArrayNode kept = Json.array();
        entities.forEach(entity -> {
            int start = Math.max(0, entity.path("offset").asInt() - removed);
            int end = entity.path("offset").asInt() + entity.path("length").asInt() - removed;
            int length = Math.min(end, whole.length() - removed) - start;
            if (length > 0) {
                kept.add(entity.deepCopy());
                ((ObjectNode) kept.get(kept.size() - 1)).put("offset", start).put("length", length);
            }
        });
        return new Formatted(whole.substring(removed), kept);
    }
}
