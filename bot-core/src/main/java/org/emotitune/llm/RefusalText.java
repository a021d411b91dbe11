package org.emotitune.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of an error, as OpenAI has it, at the top level (vLLM), or as FastAPI has it ("detail").
 *
 * @param said message, code and type in small letters, without what they quote of the request
 * @param parameter that it is about, in small letters; empty where it does not say
 * @param codes code and type as sent, where they are there
 */
record RefusalText(String said, String parameter, List<String> codes) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 1_000;

    /** From here on FastAPI shows what it was sent. */
    private static final Pattern INPUT = Pattern.compile("(['\"]input['\"]\\s*:|input_value\\s*=).*", Pattern.DOTALL);

    /** Names of parameters stand in quotes, too, but there is no space in them. */
    private static final Pattern QUOTED =
            Pattern.compile("(?<!\\w)(?:'[^'\\s]*\\s[^']*'|\"[^\"\\s]*\\s[^\"]*\"|`[^`\\s]*\\s[^`]*`)(?!\\w)");

    static RefusalText of(String body) {
        JsonNode root = tree(body);
        JsonNode error = root.path("error").isObject() ? root.path("error") : root;
        List<String> codes = Stream.of(error, root)
                .flatMap(node -> Stream.of(node.path("code"), node.path("type")))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
        JsonNode detail = root.path("detail");
        Stream<JsonNode> messages = Stream.concat(
                Stream.of(error.path("message"), root.path("message"), root.path("error"), detail),
                detail.valueStream().flatMap(one -> Stream.of(one.path("msg"), one.path("type"))));
        String said = Stream.concat(messages.filter(JsonNode::isTextual).map(JsonNode::asText), codes.stream())
                .map(RefusalText::own)
                .collect(Collectors.joining("\n"));
        return new RefusalText(said, parameter(error, detail.path(0).path("loc")), codes);
    }

    private static JsonNode tree(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            return root.isArray() ? root.path(0) : root;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String own(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String unquoted = QUOTED.matcher(INPUT.matcher(start).replaceFirst("")).replaceAll("");
        return unquoted.toLowerCase(Locale.ROOT);
    }

    /** @param location as ["body", "response_format", "type"]; the body as a whole is no parameter */
    private static String parameter(JsonNode error, JsonNode location) {
        String named = error.path("param").asText("");
        String located = location.valueStream().skip(1).map(JsonNode::asText).collect(Collectors.joining("."));
        return (named.isEmpty() || named.equals("null") ? located : named).toLowerCase(Locale.ROOT);
    }

    /** It may still show what was sent. */
    @Override
    public String toString() {
        return "RefusalText[%d characters]".formatted(said.length());
    }
}
