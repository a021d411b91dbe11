package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.emotitune.discord.testing.Faults.Fault;

/** What Discord, and what stands before it, answer when things go wrong. */
final class FaultAnswers {
    private static final int TOO_MANY = 429;
    private static final int BAD_GATEWAY = 502;
    private static final Map<Integer, String> NAMES = Map.of(
            500,
            "Internal Server Error",
            BAD_GATEWAY,
            "Bad Gateway",
            503,
            "Service Unavailable",
            504,
            "Gateway Timeout");

    private FaultAnswers() {}

    static Answer of(Fault.Status fault) {
        String name = "%d: %s".formatted(fault.code(), NAMES.getOrDefault(fault.code(), "Error"));
        return fault.code() < BAD_GATEWAY
                ? Answer.of(fault.code(), Json.object().put("message", name).put("code", 0))
                : Answer.text(fault.code(), Map.of(), "<html><head><title>" + name + "</title></head></html>");
    }

    static Answer of(Fault.TooMany fault) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Via", "1.1 google");
        headers.put("Retry-After", Long.toString((long) Math.ceil(fault.seconds())));
        if (fault.global()) {
            headers.put("X-RateLimit-Global", "true");
            headers.put("X-RateLimit-Scope", "global");
        } else {
            headers.put("X-RateLimit-Scope", "user");
            headers.put("X-RateLimit-Limit", "5");
            headers.put("X-RateLimit-Remaining", "0");
            headers.put("X-RateLimit-Reset-After", Double.toString(fault.seconds()));
            headers.put("X-RateLimit-Reset", Double.toString(System.currentTimeMillis() / 1_000.0 + fault.seconds()));
        }
        ObjectNode body = Json.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", fault.seconds())
                .put("global", fault.global());
        return Answer.of(TOO_MANY, headers, body);
    }

    static Answer of(Fault.TooManyForCloudflare fault) {
        return Answer.text(TOO_MANY, Map.of("Retry-After", Integer.toString(fault.seconds())), "error code: 1015");
    }
}
