package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Answers to taps and to inline queries. */
final class Answering {
    private static final int LONGEST_NOTE = 200;
    private static final int MOST_RESULTS = 50;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 4_096;
    private static final Set<String> FIELDS = Set.of(
            "type",
            "id",
            "title",
            "input_message_content",
            "reply_markup",
            "url",
            "description",
            "thumbnail_url",
            "thumbnail_width",
            "thumbnail_height");
    private static final Set<String> CONTENT_FIELDS =
            Set.of("message_text", "parse_mode", "entities", "link_preview_options");

    private final World world;

    Answering(World world) {
        this.world = world;
    }

    void addTo(Api api) {
        api.add("answerCallbackQuery", this::tap, "callback_query_id", "text", "show_alert", "url", "cache_time")
                .add(
                        "answerInlineQuery",
                        this::inline,
                        "inline_query_id",
                        "results",
                        "cache_time",
                        "is_personal",
                        "next_offset",
                        "button");
    }

    private JsonNode tap(Params params) {
        if (params.text("text").length() > LONGEST_NOTE) {
            throw Refusal.bad("MESSAGE_TOO_LONG");
        }
        world.queries().answer(params.text("callback_query_id"), params.json());
        return Json.yes();
    }

    private JsonNode inline(Params params) {
        JsonNode results = params.json("results").orElseThrow(() -> Refusal.bad("results is empty"));
        if (results.size() > MOST_RESULTS) {
            throw Refusal.bad("RESULTS_TOO_MUCH");
        }
        Set<String> ids = new HashSet<>();
        results.forEach(result -> check(result, ids));
        if (bytes(params.text("next_offset")) > LONGEST_ID) {
            throw Refusal.bad("NEXT_OFFSET_INVALID");
        }
        params.json("button").ifPresent(Answering::checkButton);
        ObjectNode answer = params.json();
        answer.set("results", results);
        world.queries().answer(params.text("inline_query_id"), answer);
        return Json.yes();
    }

    private static void check(JsonNode result, Set<String> ids) {
        String id = result.path("id").asText("");
        if (id.isEmpty() || bytes(id) > LONGEST_ID) {
            throw Refusal.bad("RESULT_ID_INVALID");
        }
        if (!ids.add(id)) {
            throw Refusal.bad("RESULT_ID_DUPLICATE");
        }
        if (!result.path("type").asText("").equals("article")) {
            throw Refusal.bad("LocalTelegram: only articles are known here, not " + result.path("type"));
        }
        if (result.path("title").asText("").isBlank()) {
            throw Refusal.bad("RESULT_TITLE_EMPTY");
        }
        known(result, FIELDS);
        checkContent(result.path("input_message_content"));
        Optional.of(result.path("reply_markup"))
                .filter(markup -> !markup.isMissingNode())
                .ifPresent(Keyboards::inline);
    }

    private static void checkContent(JsonNode content) {
        known(content, CONTENT_FIELDS);
        String text = content.path("message_text").asText("");
        String shown = content.path("parse_mode").asText("").equalsIgnoreCase("HTML")
                ? HtmlText.parse(text).text()
                : text;
        if (shown.isBlank()) {
            throw Refusal.bad("message text is empty");
        }
        if (shown.length() > LONGEST_TEXT) {
            throw Refusal.bad("MESSAGE_TOO_LONG");
        }
    }

    private static void known(JsonNode object, Set<String> names) {
        object.properties().forEach(field -> {
            if (!names.contains(field.getKey()) && !field.getValue().isNull()) {
                throw Refusal.bad("LocalTelegram: unknown field \"%s\" of an inline result".formatted(field.getKey()));
            }
        });
    }

    private static void checkButton(JsonNode button) {
        boolean start = button.path("start_parameter").asText("").matches("[A-Za-z0-9_-]{1,64}");
        if (button.path("text").asText("").isBlank() || (!start && !button.has("web_app"))) {
            throw Refusal.bad("START_PARAM_INVALID");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
