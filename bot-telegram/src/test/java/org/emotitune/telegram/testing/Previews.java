package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** Checks what is to be shown of a link. */
final class Previews {
    private static final Set<String> FIELDS =
            Set.of("is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text");

    private Previews() {}

    static Optional<JsonNode> of(Params params) {
        Optional<JsonNode> options = params.json("link_preview_options");
        options.ifPresent(Previews::check);
        return options;
    }

    private static void check(JsonNode options) {
        if (!options.isObject()) {
            throw Refusal.bad("object expected as link preview options");
        }
        options.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw Refusal.bad("LocalTelegram: unknown field \"%s\" of link_preview_options".formatted(field));
            }
        });
        String url = options.path("url").asText("");
        if (!url.isEmpty() && Links.checked(url).isEmpty()) {
            throw Refusal.bad("wrong link preview URL specified");
        }
        if (options.path("prefer_small_media").asBoolean()
                && options.path("prefer_large_media").asBoolean()) {
            throw Refusal.bad("LocalTelegram: a preview is small or large");
        }
    }
}
