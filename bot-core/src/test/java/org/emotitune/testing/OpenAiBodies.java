package org.emotitune.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.emotitune.testing.LocalOpenAi.Asked;

/** Good answers of {@link LocalOpenAi}. */
final class OpenAiBodies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenAiBodies() {}

    static ObjectNode completion(Asked request, String text) {
        ObjectNode body = JSON.createObjectNode();
        body.put("id", "chatcmpl-1").put("object", "chat.completion").put("created", 1_790_000_000);
        body.put("model", request.model());
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", text)
                .putNull("refusal");
        int input = tokens(request.system()) + tokens(request.user());
        body.putObject("usage")
                .put("prompt_tokens", input)
                .put("completion_tokens", tokens(text))
                .put("total_tokens", input + tokens(text));
        return body;
    }

    static int tokens(String text) {
        return Math.ceilDiv(text.length(), 4);
    }

    static ObjectNode embeddings(Asked request, int dimension) {
        ObjectNode body = JSON.createObjectNode().put("object", "list").put("model", request.model());
        ArrayNode data = body.putArray("data");
        request.body().path("input").forEach(text -> {
            ObjectNode one = data.addObject().put("object", "embedding").put("index", data.size() - 1);
            ArrayNode values = one.putArray("embedding");
            vector(text.asText(), dimension).forEach(values::add);
        });
        int input = tokens(request.user());
        body.putObject("usage").put("prompt_tokens", input).put("total_tokens", input);
        return body;
    }

    static List<Float> vector(String text, int dimension) {
        Random random = new Random(text.hashCode());
        return Stream.generate(() -> (float) random.nextGaussian())
                .limit(dimension)
                .toList();
    }

    static String sadness(Asked request) {
        return request.wantsJson()
                ? "{\"language\":\"en\",\"emotions\":[{\"word\":\"sadness\",\"weight\":0.9}],\"themes\":[],\"danger\":false}"
                : "emotions: sadness\nlanguage: en\ndanger: no";
    }
}
