package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An error of the Bot API, with its code and its own words. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;
    static final int TOO_MANY = 429;

    private final int code;
    private final ObjectNode parameters = Json.object();

    Refusal(int code, String description) {
        super(description, null, false, false);
        this.code = code;
    }

    static Refusal bad(String why) {
        return new Refusal(BAD_REQUEST, "Bad Request: " + why);
    }

    static Refusal forbidden(String why) {
        return new Refusal(FORBIDDEN, "Forbidden: " + why);
    }

    static Refusal conflict(String why) {
        return new Refusal(CONFLICT, "Conflict: " + why);
    }

    static Refusal tooMany(int seconds) {
        return new Refusal(TOO_MANY, "Too Many Requests: retry after " + seconds).with("retry_after", seconds);
    }

    static Refusal migrated(long to) {
        return bad("group chat was upgraded to a supergroup chat").with("migrate_to_chat_id", to);
    }

    /** What a server says that is not well, or that is told to fail. */
    static Refusal ofCode(int code, int retryAfter) {
        return switch (code) {
            case TOO_MANY -> tooMany(retryAfter);
            case UNAUTHORIZED -> new Refusal(code, "Unauthorized");
            case NOT_FOUND -> new Refusal(code, "Not Found");
            case CONFLICT ->
                conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
            default -> new Refusal(code, Map.of(502, "Bad Gateway").getOrDefault(code, "Internal Server Error"));
        };
    }

    private Refusal with(String name, long value) {
        parameters.put(name, value);
        return this;
    }

    int code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("ok", false).put("error_code", code).put("description", description());
        if (!parameters.isEmpty()) {
            json.set("parameters", parameters);
        }
        return json;
    }
}
