package org.emotitune.discord.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Payloads in short, and what {@link Rules} say of them in short. */
final class Said {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private Said() {}

    /** @param text JSON in which single quotes will do, and names need none */
    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ObjectNode object(String text) {
        return (ObjectNode) json(text);
    }

    static ArrayNode list(int size, IntFunction<JsonNode> item) {
        ArrayNode list = MAPPER.createArrayNode();
        for (int i = 0; i < size; i++) {
            list.add(item.apply(i));
        }
        return list;
    }

    /** Such as "content BASE_TYPE_MAX_LENGTH", or "400 50006" for what concerns no field; empty where all is well. */
    static List<String> of(Optional<Rules.Problem> problem) {
        List<String> all = new ArrayList<>();
        problem.ifPresent(found -> {
            if (found.body().has("errors")) {
                gather("", found.body().path("errors"), all);
            } else {
                all.add(found.status() + " " + found.body().path("code").asInt());
            }
        });
        return all;
    }

    private static void gather(String path, JsonNode errors, List<String> all) {
        for (JsonNode error : errors.path("_errors")) {
            all.add((path + " " + error.path("code").asText()).strip());
        }
        for (Map.Entry<String, JsonNode> inner : errors.properties()) {
            if (!inner.getKey().equals("_errors")) {
                gather(path.isEmpty() ? inner.getKey() : path + "." + inner.getKey(), inner.getValue(), all);
            }
        }
    }
}
