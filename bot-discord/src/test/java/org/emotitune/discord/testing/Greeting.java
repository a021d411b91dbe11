package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The first event of a session. */
final class Greeting {
    private static final int VERSION = 10;

    private Greeting() {}

    static ObjectNode ready(Session session, List<LocalServer> servers, String address) {
        ObjectNode ready =
                Json.object().put("v", VERSION).put("session_id", session.id()).put("resume_gateway_url", address);
        ready.set("user", BotAccount.user());
        ready.putObject("application").put("id", Json.id(BotAccount.ID)).put("flags", 0);
        ready.putArray("private_channels");
        ready.set(
                "guilds",
                Json.array(servers.stream()
                        .map(server ->
                                Json.object().put("id", Json.id(server.id())).put("unavailable", true))
                        .toList()));
        return ready;
    }
}
