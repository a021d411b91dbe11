package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What Discord answers to what it does not do, see
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#json.
 */
final class Refusal extends RuntimeException {
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient JsonNode body;

    Refusal(int status, int code, String message) {
        this(status, Json.object().put("message", message).put("code", code));
    }

    /** Throws what it is, if it is something. */
    static void check(Optional<Rules.Problem> problem) {
        problem.ifPresent(found -> {
            throw new Refusal(found.status(), found.body());
        });
    }

    private Refusal(int status, JsonNode body) {
        super(body.toString());
        this.status = status;
        this.body = body;
    }

    int status() {
        return status;
    }

    JsonNode body() {
        return body;
    }

    static Refusal unauthorized() {
        return new Refusal(UNAUTHORIZED, 0, "401: Unauthorized");
    }

    static Refusal noRoute() {
        return new Refusal(NOT_FOUND, 0, "404: Not Found");
    }

    static Refusal unknownChannel() {
        return new Refusal(NOT_FOUND, 10_003, "Unknown Channel");
    }

    static Refusal unknownGuild() {
        return new Refusal(NOT_FOUND, 10_004, "Unknown Guild");
    }

    static Refusal unknownMessage() {
        return new Refusal(NOT_FOUND, 10_008, "Unknown Message");
    }

    static Refusal unknownUser() {
        return new Refusal(NOT_FOUND, 10_013, "Unknown User");
    }

    static Refusal unknownWebhook() {
        return new Refusal(NOT_FOUND, 10_015, "Unknown Webhook");
    }

    static Refusal unknownInteraction() {
        return new Refusal(NOT_FOUND, 10_062, "Unknown interaction");
    }

    static Refusal unknownCommand() {
        return new Refusal(NOT_FOUND, 10_063, "Unknown application command");
    }

    static Refusal acknowledgedAlready() {
        return new Refusal(BAD_REQUEST, 40_060, "Interaction has already been acknowledged.");
    }

    static Refusal missingAccess() {
        return new Refusal(FORBIDDEN, 50_001, "Missing Access");
    }

    static Refusal othersMessage() {
        return new Refusal(FORBIDDEN, 50_005, "Cannot edit a message authored by another user");
    }

    static Refusal cannotSendToUser() {
        return new Refusal(FORBIDDEN, 50_007, "Cannot send messages to this user");
    }

    static Refusal missingPermissions() {
        return new Refusal(FORBIDDEN, 50_013, "Missing Permissions");
    }

    static Refusal invalidToken() {
        return new Refusal(UNAUTHORIZED, 50_027, "Invalid Webhook Token");
    }

    static Refusal cannotReply() {
        return new Refusal(FORBIDDEN, 160_002, "Cannot reply without permission to read message history");
    }

    /** Of one field of the body. */
    static Refusal invalid(String field, String code, String message) {
        ObjectNode body = Json.object().put("message", "Invalid Form Body").put("code", 50_035);
        body.putObject("errors")
                .putObject(field)
                .putArray("_errors")
                .addObject()
                .put("code", code)
                .put("message", message);
        return new Refusal(BAD_REQUEST, body);
    }
}
