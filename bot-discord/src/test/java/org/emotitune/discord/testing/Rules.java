package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/**
 * What Discord refuses to take, as it says so. The limits are those of https://docs.discord.com/developers (message
 * resource, component reference, application commands); the error codes of common faults are Discord's own, those of
 * rare ones only look like them. Lengths are counted in code points without white space around them, as Discord does.
 */
public final class Rules {
    private static final int BAD_REQUEST = 400;

    /**
     * @param status of the HTTP answer
     * @param body of the HTTP answer: "code", "message", and for a payload of a wrong form "errors"
     */
    public record Problem(int status, JsonNode body) {
        /** For what is wrong with the payload as a whole. */
        static Problem of(int status, int code, String message) {
            return new Problem(
                    status,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("message", message)
                            .put("code", code));
        }

        /** For what is wrong with some of its fields. */
        static Problem ofForm(JsonNode errors) {
            return new Problem(
                    BAD_REQUEST,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("message", "Invalid Form Body")
                            .put("code", 50035)
                            .set("errors", errors));
        }
    }

    private Rules() {}

    /** A new message in a channel, one that answers no interaction: it cannot be ephemeral. */
    public static Optional<Problem> message(JsonNode payload, List<UploadedFile> files) {
        return MessageRules.created(Spot.root(payload), files, MessageRules.FLAGS_IN_CHANNELS);
    }

    /** A new message through the webhook of an interaction. */
    public static Optional<Problem> followUp(JsonNode payload, List<UploadedFile> files) {
        return MessageRules.created(Spot.root(payload), files, MessageRules.FLAGS_OF_ANSWERS);
    }

    /** A change of a message. What it does not name stays as it was, so that this cannot tell whether nothing is left. */
    public static Optional<Problem> edit(JsonNode payload, List<UploadedFile> files) {
        return MessageRules.edited(Spot.root(payload), files);
    }

    /** @param body of the interaction's callback: "type" and, where there is any, "data" */
    public static Optional<Problem> callback(JsonNode body, List<UploadedFile> files) {
        return CallbackRules.check(Spot.root(body), files);
    }

    /** @param array all commands of an application, or of it in one server */
    public static Optional<Problem> commands(JsonNode array) {
        return CommandRules.check(Spot.root(array));
    }

    /** Whether a message says that it mentions nobody, whatever stands in it, not even whom it replies to. */
    public static boolean pingsNobody(JsonNode payload) {
        JsonNode allowed = payload.path("allowed_mentions");
        return allowed.path("parse").isArray()
                && allowed.path("parse").isEmpty()
                && allowed.path("users").isEmpty()
                && allowed.path("roles").isEmpty()
                && !allowed.path("replied_user").asBoolean(false);
    }
}
