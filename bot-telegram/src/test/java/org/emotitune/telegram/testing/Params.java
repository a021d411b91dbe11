package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Parameters of a call, whether they came as JSON or as a form. */
final class Params {
    private static final String ATTACHED = "attach://";

    private final Map<String, JsonNode> values;
    private final Map<String, Upload> files;

    Params(Map<String, JsonNode> values, Map<String, Upload> files) {
        this.values = new HashMap<>(values);
        this.files = Map.copyOf(files);
        this.values.values().removeIf(JsonNode::isNull);
    }

    static Params read(String contentType, byte[] body) {
        if (contentType.startsWith("multipart/form-data")) {
            Multipart form = Multipart.read(contentType, body);
            return new Params(form.values(), form.files());
        }
        Map<String, JsonNode> values = new HashMap<>();
        if (body.length > 0) {
            JsonNode json = Json.parsed(new String(body, StandardCharsets.UTF_8))
                    .filter(JsonNode::isObject)
                    .orElseThrow(() -> Refusal.bad("can't parse JSON object"));
            json.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        }
        return new Params(values, Map.of());
    }

    /** The real one passes over what it does not know; here a typing error is to be seen. */
    void only(String method, Set<String> names) {
        for (String name : values.keySet()) {
            // The library writes the method's name into its JSON.
            if (!name.equals("method") && !names.contains(name)) {
                throw Refusal.bad("LocalTelegram: unknown parameter \"%s\" of %s".formatted(name, method));
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Empty text where it is missing. */
    String text(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    OptionalLong number(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw Refusal.bad("LocalTelegram: %s is no number: %s".formatted(name, text));
        }
    }

    int number(String name, int otherwise) {
        return Math.toIntExact(number(name).orElse(otherwise));
    }

    boolean flag(String name) {
        return text(name).equalsIgnoreCase("true");
    }

    /** An object or list, itself or written as text. */
    Optional<JsonNode> json(String name) {
        JsonNode value = values.get(name);
        if (value == null || !value.isTextual()) {
            return Optional.ofNullable(value);
        }
        if (value.asText().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Json.parsed(value.asText())
                .orElseThrow(() -> Refusal.bad("can't parse %s JSON object".formatted(name.replace('_', ' ')))));
    }

    /** The file of a parameter that came with this call. */
    Optional<Upload> upload(String name) {
        String text = text(name);
        return Optional.ofNullable(files.get(text.startsWith(ATTACHED) ? text.substring(ATTACHED.length()) : name));
    }

    /** For the record of calls; files by their names. */
    ObjectNode json() {
        ObjectNode json = Json.object();
        values.forEach(json::set);
        files.forEach((name, file) -> json.put("file:" + name, file.toString()));
        json.remove("method");
        return json;
    }
}
