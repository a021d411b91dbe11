package org.emotitune.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.emotitune.lookup.ServiceUnavailableException;

/** Chat completions of all kinds of servers, as OpenAI would have written them, so that none is too odd to read. */
final class Completions {
    private Completions() {}

    /**
     * @return always with a choice, whose text is empty where there is none; with use only where it is told; a refusal
     *     as the finish reason "content_filter"
     * @throws ServiceUnavailableException if it is an error that comes with a good status, as from some gateways
     */
    static JsonNode plain(JsonNode body) {
        JsonNode choice = body.path("choices").path(0);
        if (choice.isMissingNode() && body.path("error").isObject()) {
            throw new ServiceUnavailableException(
                    "The language model answered with an error, but with status 200.", null, true);
        }
        JsonNode message = choice.path("message");
        boolean refused = !message.path("refusal").asText("").isBlank();
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        ObjectNode plainChoice = plain.putArray("choices").addObject();
        plainChoice.put("index", 0);
        plainChoice.put(
                "finish_reason",
                refused ? "content_filter" : choice.path("finish_reason").asText("stop"));
        plainChoice
                .putObject("message")
                .put("role", "assistant")
                .put("content", refused ? "" : text(message.path("content")))
                .put("reasoning_content", thinking(message));
        addUse(plain, body.path("usage"));
        return plain;
    }

    /** Text, or a list of parts with text, or what a server has made of JSON that a model wrote. */
    private static String text(JsonNode content) {
        if (content.isArray()) {
            return content.valueStream()
                    .map(part -> part.path("text").asText(""))
                    .collect(Collectors.joining());
        }
        return content.isObject() ? content.toString() : content.asText("");
    }

    /** The field has two names. */
    private static String thinking(JsonNode message) {
        JsonNode named = message.path("reasoning_content");
        return text(named.isTextual() ? named : message.path("reasoning"));
    }

    /** None where a server counts no input: there always is some. */
    private static void addUse(ObjectNode plain, JsonNode usage) {
        int input = usage.path("prompt_tokens").asInt(0);
        int output = usage.path("completion_tokens").asInt(-1);
        if (input <= 0 || output < 0) {
            return;
        }
        int thinking =
                usage.path("completion_tokens_details").path("reasoning_tokens").asInt(0);
        plain.putObject("usage")
                .put("prompt_tokens", input)
                .put("completion_tokens", output)
                .put("total_tokens", (long) input + output > Integer.MAX_VALUE ? Integer.MAX_VALUE : input + output)
                .putObject("completion_tokens_details")
                .put("reasoning_tokens", thinking);
    }
}
