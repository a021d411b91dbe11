package org.emotitune.discord.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Short ways to JSON. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode array(Iterable<? extends JsonNode> elements) {
        ArrayNode array = array();
        elements.forEach(array::add);
        return array;
    }

    /** As Discord writes ids: numbers that no JavaScript could hold. */
    static String id(long id) {
        return Long.toUnsignedString(id);
    }

    /** @return 0 for none */
    static long id(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? 0 : Long.parseUnsignedLong(node.asText("0"));
    }

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Refusal(Refusal.BAD_REQUEST, 50_109, "The request body contains invalid JSON.");
        }
    }

    /** All objects at any depth that are so, outer ones and earlier ones first. */
    static List<ObjectNode> all(JsonNode within, Predicate<ObjectNode> so) {
        List<ObjectNode> found = new ArrayList<>();
        if (within instanceof ObjectNode object && so.test(object)) {
            found.add(object);
        }
        within.forEach(child -> found.addAll(all(child, so)));
        return found;
    }
}
