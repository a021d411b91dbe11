package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what stands below a message. */
final class Keyboards {
    private static final int MOST_BUTTONS = 100;
    private static final int MOST_IN_A_ROW = 8;
    private static final int DATA_BYTES = 64;
    private static final Set<String> DEEDS = Set.of(
            "callback_data",
            "url",
            "web_app",
            "login_url",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "switch_inline_query_chosen_chat",
            "copy_text",
            "callback_game",
            "pay");
    private static final Set<String> LOOKS = Set.of("text", "style", "icon_custom_emoji_id");
    private static final Set<String> OTHERS = Set.of("keyboard", "remove_keyboard", "force_reply");

    private Keyboards() {}

    /** The buttons to show; empty where there are none. */
    static Optional<ObjectNode> of(Params params) {
        Optional<JsonNode> given = params.json("reply_markup");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (OTHERS.stream().anyMatch(given.get()::has)) {
            return Optional.empty(); // shown at the person's keyboard, not at the message
        }
        return inline(given.get());
    }

    /** Only buttons: an edit takes nothing else. */
    static Optional<ObjectNode> inline(JsonNode markup) {
        JsonNode rows = markup.path("inline_keyboard");
        if (!markup.isObject() || !rows.isArray()) {
            throw Refusal.bad("object expected as reply markup");
        }
        int buttons = 0;
        for (JsonNode row : rows) {
            if (!row.isArray()) {
                throw Refusal.bad(
                        "can't parse inline keyboard: field \"inline_keyboard\" must be of type Array of Arrays");
            }
            row.forEach(Keyboards::check);
            buttons += row.size();
            if (row.size() > MOST_IN_A_ROW || buttons > MOST_BUTTONS) {
                throw Refusal.bad("reply markup is too long");
            }
        }
        return buttons == 0 ? Optional.empty() : Optional.of(shown(rows));
    }

    /** Rows without buttons are not shown. */
    private static ObjectNode shown(JsonNode rows) {
        ObjectNode markup = Json.object();
        markup.set("inline_keyboard", Json.array(Json.stream(rows).filter(row -> !row.isEmpty())));
        return markup;
    }

    private static void check(JsonNode button) {
        if (!button.isObject() || !button.path("text").isTextual()) {
            throw wrong("Field \"text\" must be of type String");
        }
        List<String> deeds =
                DEEDS.stream().filter(deed -> button.hasNonNull(deed)).toList();
        if (deeds.isEmpty()) {
            throw wrong("Text buttons are unallowed in the inline keyboard");
        }
        if (deeds.size() > 1) {
            throw Refusal.bad("LocalTelegram: a button does one thing, not " + deeds);
        }
        button.fieldNames().forEachRemaining(Keyboards::known);
        if (button.path("text").asText().isBlank()) {
            throw wrong("button text must be non-empty");
        }
        checkDeed(button);
    }

    private static void known(String field) {
        if (!DEEDS.contains(field) && !LOOKS.contains(field)) {
            throw Refusal.bad("LocalTelegram: unknown field \"%s\" of a button".formatted(field));
        }
    }

    private static void checkDeed(JsonNode button) {
        String url = button.path("url").asText("");
        if (button.has("url") && Links.checked(url).isEmpty()) {
            throw Refusal.bad("inline keyboard button URL '%s' is invalid: Wrong HTTP URL".formatted(url));
        }
        int bytes = button.path("callback_data").asText("").getBytes(StandardCharsets.UTF_8).length;
        if (button.has("callback_data") && (bytes < 1 || bytes > DATA_BYTES)) {
            throw Refusal.bad("BUTTON_DATA_INVALID");
        }
    }

    private static Refusal wrong(String why) {
        return Refusal.bad("can't parse inline keyboard button: " + why);
    }
}
