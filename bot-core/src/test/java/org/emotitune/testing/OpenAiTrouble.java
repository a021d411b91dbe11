package org.emotitune.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.emotitune.testing.LocalServer.Reply;

/** What {@link LocalOpenAi} can do instead of answering well. */
public sealed interface OpenAiTrouble {

    /** Answers this, whatever was asked. */
    record Sends(Reply reply) implements OpenAiTrouble {}

    /** Answers well, but with this change in the body. */
    record Changes(BiConsumer<LocalOpenAi.Asked, ObjectNode> change) implements OpenAiTrouble {}

    /** Says nothing until the server is closed. */
    record Hangs() implements OpenAiTrouble {}

    /** Sends a byte every ten milliseconds until the other side hangs up. */
    record Drips() implements OpenAiTrouble {}

    /** Closes the connection without an answer. */
    record Drops() implements OpenAiTrouble {}

    OpenAiTrouble HANGS = new Hangs();
    OpenAiTrouble DRIPS = new Drips();
    OpenAiTrouble DROPS = new Drops();

    /** A proxy's page, with status 200. */
    OpenAiTrouble PAGE = new Sends(Reply.html(200, "<html><body>Please sign in</body></html>"));

    /** JSON that ends in the middle. */
    OpenAiTrouble BROKEN = new Sends(Reply.json("{\"id\": \"chatcmpl-1\", \"choices\": [{\"mess"));

    /** JSON, but of another program. */
    OpenAiTrouble ODD = new Sends(Reply.json("{\"status\": \"ok\"}"));

    OpenAiTrouble NO_CHOICES = body(body -> body.putArray("choices"));
    OpenAiTrouble NO_USAGE = body(body -> body.remove("usage"));

    OpenAiTrouble PROSE = text(good -> "Of course! I would say that this person feels rather sad, and here is why.");
    OpenAiTrouble EMPTY = text(good -> "");
    OpenAiTrouble NULL_CONTENT = message(message -> message.putNull("content"));
    OpenAiTrouble FENCED = text(good -> "```json\n" + good + "\n```");
    OpenAiTrouble TRAILING = text(good -> good + "\n\nLet me know if you need anything else!");
    OpenAiTrouble THINKS = text(good -> "<think>\nThe user wants emotions, {\"so\": 1}.\n</think>\n\n" + good);

    /** Thinks in a field of its own and answers well. */
    OpenAiTrouble REASONS = message(message -> message.put("reasoning_content", "The user wants emotions."));

    /** All of its tokens went into thinking. */
    OpenAiTrouble THINKS_TOO_LONG = body(body -> {
        choice(body).put("finish_reason", "length");
        message(body).put("content", "").put("reasoning_content", "The user wants emotions. Wait,");
        ((ObjectNode) body.get("usage")).putObject("completion_tokens_details").put("reasoning_tokens", 300);
    });

    OpenAiTrouble CUT = body(body -> {
        String good = message(body).path("content").asText();
        choice(body).put("finish_reason", "length");
        message(body).put("content", good.substring(0, good.length() / 2));
    });
    OpenAiTrouble REFUSAL = message(
            message -> message.putNull("content").put("refusal", "I'm sorry, but I can't help with explicit lyrics."));
    OpenAiTrouble FILTERED = body(body -> {
        choice(body).put("finish_reason", "content_filter");
        message(body).putNull("content");
    });

    /** Vectors in another order; `index` tells which is whose. */
    OpenAiTrouble SHUFFLED = body(body -> {
        ArrayNode data = vectors(body);
        for (int left = data.size(); left > 0; left--) {
            data.add(data.remove(left - 1));
        }
    });
    /** All have index 0, as a server has them that counts every text by itself. */
    OpenAiTrouble SAME_INDEX = vector(vector -> vector.put("index", 0));

    OpenAiTrouble ONE_MISSING = body(body -> vectors(body).remove(0));
    OpenAiTrouble ONE_SHORT = body(body -> values(body).remove(0));
    OpenAiTrouble ONE_ZERO = body(body -> {
        ArrayNode values = values(body);
        for (int i = 0; i < values.size(); i++) {
            values.set(i, 0);
        }
    });
    /** Too great for a float. */
    OpenAiTrouble ONE_INFINITE = body(body -> values(body).set(0, 1e300));

    /** @return an error with a body that shows what was asked, as some servers' do */
    static OpenAiTrouble status(int status) {
        return new Sends(LocalOpenAi.error(status, "Trouble with your request.", "some_error", null));
    }

    static OpenAiTrouble status(int status, int retryAfterSeconds) {
        return new Sends(LocalOpenAi.error(status, "Slow down.", "requests", "rate_limit_exceeded")
                .with("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    /** @return the good answer's text changed */
    static OpenAiTrouble text(UnaryOperator<String> change) {
        return message(message ->
                message.put("content", change.apply(message.path("content").asText())));
    }

    static OpenAiTrouble message(Consumer<ObjectNode> change) {
        return body(body -> change.accept(message(body)));
    }

    static OpenAiTrouble body(Consumer<ObjectNode> change) {
        return new Changes((asked, body) -> change.accept(body));
    }

    private static OpenAiTrouble vector(Consumer<ObjectNode> change) {
        return body(body -> vectors(body).forEach(vector -> change.accept((ObjectNode) vector)));
    }

    private static ObjectNode choice(ObjectNode body) {
        return (ObjectNode) body.get("choices").get(0);
    }

    private static ObjectNode message(ObjectNode body) {
        return (ObjectNode) choice(body).get("message");
    }

    private static ArrayNode vectors(ObjectNode body) {
        return (ArrayNode) body.get("data");
    }

    private static ArrayNode values(ObjectNode body) {
        return (ArrayNode) vectors(body).get(0).get("embedding");
    }
}
