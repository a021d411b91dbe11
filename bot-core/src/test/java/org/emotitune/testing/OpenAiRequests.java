package org.emotitune.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Collectors;
import org.emotitune.testing.LocalOpenAi.Asked;
import org.emotitune.testing.LocalOpenAi.Lack;
import org.emotitune.testing.LocalServer.Reply;

/** What {@link LocalOpenAi} is asked, and how it says that it does not know that. */
final class OpenAiRequests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenAiRequests() {}

    static Asked parsed(String body) throws IOException {
        JsonNode tree = JSON.readTree(body);
        String user = tree.has("input") ? inputs(tree) : messages(tree, "user");
        return new Asked(
                tree.path("model").asText(),
                messages(tree, "system"),
                user,
                tree.path("response_format").path("type").asText(),
                tree);
    }

    private static String messages(JsonNode tree, String role) {
        return tree.path("messages")
                .valueStream()
                .filter(message -> message.path("role").asText().equals(role))
                .map(message -> message.path("content").asText())
                .collect(Collectors.joining("\n"));
    }

    private static String inputs(JsonNode tree) {
        return tree.path("input").valueStream().map(JsonNode::asText).collect(Collectors.joining("\n"));
    }

    static boolean uses(Asked request, Lack lack) {
        return switch (lack) {
            case JSON_SCHEMA -> request.responseFormat().equals("json_schema");
            case RESPONSE_FORMAT -> request.wantsJson();
            case TEMPERATURE -> request.body().has("temperature");
            case MAX_TOKENS -> request.body().has("max_tokens");
            case MAX_COMPLETION_TOKENS -> request.body().has("max_completion_tokens");
        };
    }

    static Reply lackOf(Lack lack) {
        String message = switch (lack) {
            case JSON_SCHEMA ->
                "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.";
            case RESPONSE_FORMAT -> "Unrecognized request argument supplied: response_format";
            case TEMPERATURE ->
                "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.";
            case MAX_TOKENS ->
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
            case MAX_COMPLETION_TOKENS -> "Unrecognized request argument supplied: max_completion_tokens";
        };
        return LocalOpenAi.error(400, message, "invalid_request_error", "unsupported_parameter");
    }
}
