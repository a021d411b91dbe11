package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A call of the bot.
 *
 * @param method as the documentation writes it
 * @param status of the answer; 0 where the connection ended without one
 * @param fault whether the status was made on demand or by chance
 */
public record Call(Instant at, String method, JsonNode parameters, int status, boolean fault) {
    /** 0 for none. */
    public long chat() {
        return parameters.path("chat_id").asLong();
    }
}
