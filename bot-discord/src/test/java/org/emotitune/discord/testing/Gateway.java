package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;

/** Where the bot hears of what happens: what tests can do to it, and what it has seen. Thread-safe. */
public final class Gateway {
    private final World world;
    private final Map<GatewayConnection, WebSocket> connections = new LinkedHashMap<>();
    private final Map<String, Session> sessions = new HashMap<>();
    private volatile Duration heartbeat = Duration.ofMillis(41_250);
    private volatile boolean acknowledges = true;
    private long allowed = ~Intents.PRIVILEGED;
    private String address = "";
    private int shards = 1;
    private int identified;
    private int resumed;
    private long heartbeats;

    Gateway(World world) {
        this.world = world;
    }

    /** How many shards Discord recommends; 1 at first. */
    public void recommendShards(int number) {
        world.changes(() -> shards = number);
    }

    /** The switch "Message Content Intent" of the developer portal; off at first. */
    public void messageContent(boolean on) {
        world.changes(() -> allowed = on ? allowed | Intents.MESSAGE_CONTENT : allowed & ~Intents.MESSAGE_CONTENT);
    }

    /** For connections from now on. */
    public void heartbeatEvery(Duration time) {
        heartbeat = time;
    }

    /** Whether heartbeats are answered; they are at first. */
    public void acknowledgeHeartbeats(boolean whether) {
        acknowledges = whether;
    }

    /** All connections break without a word. */
    public void drop() {
        world.changes(() -> List.copyOf(connections.keySet()).forEach(one -> Line.cut(one.wire())));
    }

    /** Asks all connections to come back (op 7). */
    public void askToReconnect() {
        each(GatewayConnection::askToReconnect);
    }

    /** Tells all connections that their sessions are invalid (op 9); those that cannot be resumed are forgotten. */
    public void invalidate(boolean resumable) {
        world.changes(
                () -> { // at once, lest it forgets a session that is new
                    each(socket -> GatewayConnection.invalidate(socket, resumable));
                    if (!resumable) {
                        forgetSessions();
                    }
                });
    }

    /** Closes all connections: 4000 is an unknown error, 4009 a session timed out. */
    public void close(int code) {
        each(socket -> socket.close(code, "LocalDiscord: on demand"));
    }

    /** Whoever wants to resume is told that it cannot. */
    public void forgetSessions() {
        world.changes(sessions::clear);
    }

    private void each(Consumer<WebSocket> what) {
        world.changes(() -> List.copyOf(connections.values()).forEach(what));
    }

    /** Connections with a session, that is, shards that hear. */
    public int connected() {
        return world.locked(() ->
                (int) sessions.values().stream().filter(Session::isConnected).count());
    }

    /** How often the bot has started a session. */
    public int identified() {
        return world.locked(() -> identified);
    }

    /** How often the bot has gone on with a session. */
    public int resumed() {
        return world.locked(() -> resumed);
    }

    public long heartbeats() {
        return world.locked(() -> heartbeats);
    }

    void listensAt(String where) {
        address = where;
    }

    String address() {
        return address;
    }

    int shards() {
        return shards;
    }

    Duration heartbeatEvery() {
        return heartbeat;
    }

    boolean acknowledges() {
        return acknowledges;
    }

    boolean allows(long intents) {
        return (intents & ~allowed) == 0;
    }

    void opened(GatewayConnection connection, WebSocket socket) {
        world.changes(() -> connections.put(connection, socket));
    }

    void closed(GatewayConnection connection) {
        connections.remove(connection);
    }

    void countHeartbeat() {
        heartbeats++;
    }

    void countResume() {
        resumed++;
    }

    Session open(int shard, int of, long intents) {
        identified++;
        sessions.values().removeIf(one -> one.shard() == shard && !one.isConnected());
        Session session = new Session(Json.id(world.ids().next()), shard, of, intents);
        sessions.put(session.id(), session);
        return session;
    }

    @Nullable
    Session session(String id) {
        return sessions.get(id);
    }

    void forget(Session session) {
        sessions.remove(session.id());
    }

    /** READY, and then the servers. */
    void welcome(Session session) {
        List<LocalServer> there = world.servers().stream()
                .filter(server -> server.hasBot() && session.isOf(server.id()))
                .toList();
        session.send("READY", Greeting.ready(session, there, address));
        there.forEach(server -> session.send("GUILD_CREATE", server.json(session.has(Intents.GUILD_MEMBERS))));
    }

    /** To whoever hears of that server. */
    void tell(LocalServer server, long intent, String type, JsonNode data) {
        if (server.hasBot()) {
            send(server.id(), session -> session.has(intent) ? Optional.of(data) : Optional.empty(), type);
        }
    }

    /** To the shard of a server, else to the first, whatever its intents are. */
    void tellInteraction(long server, JsonNode data) {
        send(server, session -> Optional.of(data), "INTERACTION_CREATE");
    }

    /** @param data what a session gets of it; empty for nothing */
    void send(long server, Function<Session, Optional<? extends JsonNode>> data, String type) {
        world.changes(() -> new ArrayList<>(sessions.values())
                .stream()
                        .filter(session -> session.isOf(server))
                        .forEach(session -> data.apply(session).ifPresent(what -> session.send(type, what))));
    }

    /** What a channel's messages do, as each session may read it. */
    void tellMessage(LocalChannel channel, String type, ObjectNode message) {
        long intent = channel.isDirect() ? Intents.DIRECT_MESSAGES : Intents.GUILD_MESSAGES;
        if (!channel.isHeardByBot()) {
            return;
        }
        send(
                channel.serverId(),
                session -> session.has(intent) ? Optional.of(Intents.readable(session, message)) : Optional.empty(),
                type);
    }
}
