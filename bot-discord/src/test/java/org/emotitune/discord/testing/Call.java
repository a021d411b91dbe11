package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A call of the bot.
 *
 * @param at when it came, by the server's clock
 * @param path without "/api/v10", with its query
 * @param body as JSON; of a form its payload; empty object for none
 * @param status of the answer; 0 where the connection ended without one
 * @param fault whether it was made to fail, on demand or by chance
 */
public record Call(Instant at, Route route, String path, JsonNode body, int status, boolean fault) {
    /** It tells neither the path, which carries tokens, nor what people read. */
    @Override
    public String toString() {
        return "%s %s -> %d%s".formatted(at, route, status, fault ? " (fault)" : "");
    }
}
