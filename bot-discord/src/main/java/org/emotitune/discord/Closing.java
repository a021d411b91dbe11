package org.emotitune.discord;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.internal.JDAImpl;
import org.emotitune.discord.Connection.Parts;

/** How a connection ends. */
final class Closing {
    /** For Discord to close its side of the socket. JDA would wait for that for ten seconds. */
    private static final Duration A_FAREWELL = Duration.ofSeconds(1);

    /** For what takes no time unless something hangs. */
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final Parts parts;
    private final ShardManager shards;
    private final GatewayWatch watch;

    Closing(Parts parts, ShardManager shards, GatewayWatch watch) {
        this.parts = parts;
        this.shards = shards;
        this.watch = watch;
    }

    /** @param patience for calls */
    void close(Duration patience) {
        try {
            parts.events().close();
            boolean quiet = parts.underway().awaitNone(patience);
            parts.sessions().close();
            shards.shutdown();
            if (!watch.awaitEnd(A_FAREWELL)) {
                shards.getShards().forEach(Closing::hangUp);
            }
            if (!quiet || !watch.awaitEnd(A_FAREWELL)) {
                abandon();
            }
            parts(parts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            parts.http().dispatcher().cancelAll();
        }
    }

    /** Ends the socket without a word. JDA notices. */
    static void hangUp(JDA shard) {
        var client = ((JDAImpl) shard).getClient();
        Socket socket = client == null || client.socket == null ? null : client.socket.getSocket();
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // Then it is of no use to anybody either.
            }
        }
    }

    /** Calls that wait are dropped, and those under way cut off; whoever made them is told. */
    private void abandon() throws InterruptedException {
        List<Thread> ends = shards.getShards().stream()
                .map(shard -> Thread.startVirtualThread(shard::shutdownNow))
                .toList();
        for (Thread each : ends) {
            // JDA may hold its lock while it connects.
            boolean unused = each.join(A_MOMENT);
        }
        parts.http().dispatcher().cancelAll();
        boolean unused = parts.underway().awaitNone(A_MOMENT);
    }

    /** What JDA leaves running. */
    static void parts(Parts parts) throws InterruptedException {
        parts.events().close();
        parts.sessions().close();
        parts.pools().close(A_MOMENT);
        parts.http().connectionPool().evictAll();
    }
}
