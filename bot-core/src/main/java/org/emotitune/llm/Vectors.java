package org.emotitune.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.emotitune.lookup.ServiceUnavailableException;

/** Embeddings as servers send them: in any order, each with the number of its text. */
final class Vectors {
    private Vectors() {}

    /**
     * langchain4j takes them as they come.
     *
     * @return the vectors in the order of their texts, and nothing else
     * @throws ServiceUnavailableException if a number is missing or there twice, or a vector is none of numbers
     */
    static JsonNode inOrder(JsonNode body) {
        JsonNode data = body.path("data");
        Map<Integer, JsonNode> byText = new TreeMap<>();
        for (JsonNode one : data) {
            int text = one.path("index").isInt() ? one.path("index").intValue() : -1;
            boolean good = text >= 0 && text < data.size() && isVector(one.path("embedding"));
            if (!good || byText.put(text, one) != null) {
                throw unusable("with vectors of which nobody can say which text they belong to, or what they are");
            }
        }
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        ArrayNode vectors = ordered.putArray("data");
        byText.values().forEach(vectors::add);
        return ordered;
    }

    private static boolean isVector(JsonNode embedding) {
        return embedding.isArray()
                && !embedding.isEmpty()
                && embedding.valueStream().allMatch(JsonNode::isNumber);
    }

    static ServiceUnavailableException unusable(String how) {
        return new ServiceUnavailableException("The embedding model answered %s.".formatted(how), null, true);
    }
}
