package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;

/** What Discord remembers of a bot's connection, so that another one can go on with it. Guarded by the world. */
final class Session {
    private static final int MOST_REMEMBERED = 20_000;

    private final String id;
    private final int shard;
    private final int shards;
    private final long intents;
    private final SortedMap<Long, String> unseen = new TreeMap<>();
    private long last;
    private @Nullable WebSocket socket;

    Session(String id, int shard, int shards, long intents) {
        this.id = id;
        this.shard = shard;
        this.shards = shards;
        this.intents = intents;
    }

    String id() {
        return id;
    }

    int shard() {
        return shard;
    }

    boolean has(long intent) {
        return (intents & intent) == intent;
    }

    /** @param server 0 for what belongs to none */
    boolean isOf(long server) {
        return Ids.shard(server, shards) == shard;
    }

    void attach(WebSocket to) {
        socket = to;
    }

    /** Only if it still is this one. */
    void detach(WebSocket from) {
        if (from.equals(socket)) {
            socket = null;
        }
    }

    boolean isConnected() {
        return socket != null;
    }

    @Nullable
    WebSocket socket() {
        return socket;
    }

    void send(String type, JsonNode data) {
        last++;
        ObjectNode event = Json.object().put("op", 0).put("s", last).put("t", type);
        event.set("d", data);
        String text = event.toString();
        unseen.put(last, text);
        if (unseen.size() > MOST_REMEMBERED) {
            unseen.remove(unseen.firstKey());
        }
        if (socket != null) {
            var unused = socket.send(text);
        }
    }

    /** The bot says up to where it has read. */
    void seen(long sequence) {
        unseen.headMap(sequence + 1).clear();
    }

    /** @return whether nothing after it has been forgotten */
    boolean remembersAfter(long sequence) {
        return sequence <= last && (sequence == last || unseen.containsKey(sequence + 1));
    }

    void replay(long after) {
        WebSocket to = socket;
        if (to != null) {
            unseen.tailMap(after + 1).values().forEach(to::send);
        }
    }
}
