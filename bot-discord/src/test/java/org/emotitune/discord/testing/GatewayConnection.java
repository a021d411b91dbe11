package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.Socket;
import java.time.Duration;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** One WebSocket of the bot, see https://discord.com/developers/docs/events/gateway. */
final class GatewayConnection extends WebSocketListener {
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int RESUME = 6;
    private static final int RECONNECT = 7;
    private static final int INVALID_SESSION = 9;
    private static final int HELLO = 10;
    private static final int ACKNOWLEDGEMENT = 11;
    private static final int NORMAL = 1_000;
    private static final int GOING_AWAY = 1_001;
    private static final int WRONG_TOKEN = 4_004;
    private static final int DISALLOWED_INTENTS = 4_014;
    private static final int INVALID_SHARD = 4_010;

    private final World world;
    private final Gateway gateway;
    private final Socket wire;
    private @Nullable Session session;

    GatewayConnection(World world, Gateway gateway, Socket wire) {
        this.world = world;
        this.gateway = gateway;
        this.wire = wire;
    }

    Socket wire() {
        return wire;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        ObjectNode data = Json.object();
        Duration every = gateway.heartbeatEvery();
        data.put("heartbeat_interval", every.toMillis());
        gateway.opened(this, webSocket);
        say(webSocket, HELLO, data);
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        JsonNode message = Json.read(text);
        JsonNode data = message.path("d");
        world.changes(() -> {
            switch (message.path("op").asInt()) {
                case HEARTBEAT -> heartbeat(webSocket, data.asLong());
                case IDENTIFY -> identify(webSocket, data);
                case RESUME -> resume(webSocket, data);
                default -> {}
            }
        });
    }

    private void heartbeat(WebSocket webSocket, long sequence) {
        if (session != null) {
            session.seen(sequence);
        }
        gateway.countHeartbeat();
        if (gateway.acknowledges()) {
            say(webSocket, ACKNOWLEDGEMENT, null);
        }
    }

    private void identify(WebSocket webSocket, JsonNode data) {
        JsonNode shard = data.path("shard");
        int index = shard.path(0).asInt(0);
        int of = shard.path(1).asInt(1);
        if (!data.path("token").asText().equals(LocalDiscord.TOKEN)) {
            webSocket.close(WRONG_TOKEN, "Authentication failed.");
        } else if (index < 0 || index >= of) {
            webSocket.close(INVALID_SHARD, "Invalid shard.");
        } else if (!gateway.allows(data.path("intents").asLong())) {
            webSocket.close(DISALLOWED_INTENTS, "Disallowed intent(s).");
        } else {
            Session opened = gateway.open(index, of, data.path("intents").asLong());
            session = opened;
            opened.attach(webSocket);
            gateway.welcome(opened);
        }
    }

    private void resume(WebSocket webSocket, JsonNode data) {
        long sequence = data.path("seq").asLong();
        Session known = gateway.session(data.path("session_id").asText());
        if (!data.path("token").asText().equals(LocalDiscord.TOKEN)) {
            webSocket.close(WRONG_TOKEN, "Authentication failed.");
        } else if (known == null || !known.remembersAfter(sequence)) {
            invalidate(webSocket, false);
        } else {
            session = known;
            known.attach(webSocket);
            known.replay(sequence);
            known.send("RESUMED", Json.object());
            gateway.countResume();
        }
    }

    static void invalidate(WebSocket webSocket, boolean resumable) {
        ObjectNode message = Json.object().put("op", INVALID_SESSION).put("d", resumable);
        var unused = webSocket.send(message.toString());
    }

    static void askToReconnect(WebSocket webSocket) {
        say(webSocket, RECONNECT, null);
    }

    private static void say(WebSocket webSocket, int code, @Nullable JsonNode data) {
        ObjectNode message = Json.object().put("op", code);
        message.set("d", data);
        var unused = webSocket.send(message.toString());
    }

    /** Answered at once, else whoever closes waits for seconds. */
    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        gone(webSocket);
        world.changes(() -> {
            if (session != null && (code == NORMAL || code == GOING_AWAY)) {
                gateway.forget(session);
            }
        });
        webSocket.close(NORMAL, null);
    }

    @Override
    public void onClosed(WebSocket webSocket, int code, String reason) {
        gone(webSocket);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        gone(webSocket);
    }

    private void gone(WebSocket webSocket) {
        world.changes(() -> {
            gateway.closed(this);
            if (session != null) {
                session.detach(webSocket);
            }
        });
    }
}
