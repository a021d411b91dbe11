package org.emotitune.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;

/** Reads answers that should be JSON. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** An error page need not be JSON, as its status says enough. */
    static JsonAnswer read(String service, Call call, Answer answer) throws FailedAttempt {
        if (!answer.isGood()) {
            return new JsonAnswer(answer.status(), orMissing(answer.body()));
        }
        String type = answer.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (answer.body().isBlank()) {
            throw FailedAttempt.forNow(told(service, "nothing", call), (Throwable) null)
                    .served();
        }
        if (!(type.isEmpty() || type.endsWith("/json") || type.endsWith("+json"))) {
            throw FailedAttempt.forGood(told(service, type, call));
        }
        try {
            return new JsonAnswer(answer.status(), MAPPER.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            // Without its cause, which shows a piece of the body. It may have been cut, so another attempt may help.
            throw FailedAttempt.forNow(told(service, "broken JSON", call), (Throwable) null)
                    .served();
        }
    }

    private static JsonNode orMissing(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String told(String service, String what, Call call) {
        return "%s answered with %s where JSON was expected (%s).".formatted(service, what, Place.of(call.uri()));
    }
}
