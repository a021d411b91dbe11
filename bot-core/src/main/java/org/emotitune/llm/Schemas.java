package org.emotitune.llm;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of an answer as a JSON schema. Every property is required, as OpenAI wants it; the closed lists stand in the
 * instructions, as some servers take long to make a grammar of them.
 */
final class Schemas {
    private static final JsonStringSchema STRING = new JsonStringSchema();
    private static final JsonNumberSchema NUMBER = new JsonNumberSchema();

    private Schemas() {}

    /** @throws IllegalArgumentException for words, which are never asked for in JSON */
    static ResponseFormat of(Prompt.Form form) {
        return switch (form) {
            case MESSAGE -> format("message", reading(Map.of("danger", new JsonBooleanSchema())));
            case SONG -> format("song", reading(Map.of()));
            case SONGS -> {
                JsonObjectSchema song = object(with("n", new JsonIntegerSchema(), read()));
                yield format("songs", object(Map.of("songs", listOf(song))));
            }
            case WORDS -> throw new IllegalArgumentException("words are no JSON");
        };
    }

    private static ResponseFormat format(String name, JsonObjectSchema root) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder().name(name).rootElement(root).build())
                .build();
    }

    private static JsonObjectSchema reading(Map<String, JsonSchemaElement> more) {
        Map<String, JsonSchemaElement> all = new LinkedHashMap<>(read());
        all.putAll(more);
        return object(all);
    }

    private static Map<String, JsonSchemaElement> read() {
        Map<String, JsonSchemaElement> all = new LinkedHashMap<>();
        all.put("language", STRING);
        all.put("emotions", listOf(object(with("word", STRING, Map.of("weight", NUMBER)))));
        all.put("themes", listOf(object(with("name", STRING, Map.of("weight", NUMBER)))));
        return all;
    }

    private static Map<String, JsonSchemaElement> with(
            String first, JsonSchemaElement element, Map<String, JsonSchemaElement> rest) {
        Map<String, JsonSchemaElement> all = new LinkedHashMap<>();
        all.put(first, element);
        all.putAll(rest);
        return all;
    }

    private static JsonArraySchema listOf(JsonObjectSchema item) {
        return JsonArraySchema.builder().items(item).build();
    }

    private static JsonObjectSchema object(Map<String, JsonSchemaElement> properties) {
        return JsonObjectSchema.builder()
                .addProperties(properties)
                .required(List.copyOf(properties.keySet()))
                .additionalProperties(false)
                .build();
    }
}
