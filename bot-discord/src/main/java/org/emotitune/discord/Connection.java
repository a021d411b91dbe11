package org.emotitune.discord;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDA.Status;
import net.dv8tion.jda.api.entities.SelfUser;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.sharding.ShardManager;
import okhttp3.OkHttpClient;
import org.emotitune.config.DiscordSettings;

/** The bot's connection with Discord: calls over HTTP, and shards to which events come. Thread-safe. */
final class Connection {
    private final Parts parts;
    private final ShardManager shards;
    private final int total;
    private final SelfUser self;
    private final Watcher watcher;

    /** What JDA is made of, and does not close by itself. */
    record Parts(OkHttpClient http, Pools pools, Underway underway, Sessions sessions, Events events) {}

    Connection(Parts parts, ShardManager shards, Watcher watcher) {
        this.parts = parts;
        this.shards = shards;
        this.total = shards.getShardsTotal();
        this.self = shards.getShards().getFirst().getSelfUser();
        this.watcher = watcher;
    }

    /**
     * Connects; waits until Discord knows the token, and while it cannot be reached. Events come in soon afterwards.
     *
     * @param settings with a token
     * @param listener gets the events of all shards on one thread, in order; must return at once
     * @param progress told, in a few words, what takes its time
     * @throws RejectedTokenException if Discord does not know the token
     */
    static Connection open(DiscordSettings settings, EventListener listener, Consumer<String> progress) {
        progress.accept("waiting for Discord");
        try {
            return new Opening(settings, listener, Patience.USUAL, Clock.systemUTC()).insist();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before Discord answered", e);
        }
    }

    ShardManager shards() {
        return shards;
    }

    /** Any of the shards: for calls, which belong to none. */
    JDA calls() {
        return shards.getShards().getFirst();
    }

    /** The bot's own id; also that of its application. */
    long id() {
        return self.getIdLong();
    }

    String name() {
        return self.getName();
    }

    /** Whether events come in from everywhere. */
    boolean isReady() {
        return watcher.watch().connected() == total;
    }

    /**
     * Waits until the connection is closed, or Discord does not let the bot connect any more.
     *
     * @throws RejectedTokenException if it does not know the token any more
     * @throws RefusedException for another reason, which is told with what to do
     */
    void await() throws InterruptedException {
        try {
            watcher.over().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** No more events; calls go on. */
    void deafen() {
        parts.events().close();
    }

    /**
     * Takes no more events, lets calls end that have begun, and leaves nothing running.
     *
     * @param patience for these calls, after which they fail as {@link Trouble#UNKNOWN}; a second or two go by in addition
     *     where Discord does not answer
     */
    void close(Duration patience) {
        watcher.over().complete(null);
        new Closing(parts, shards, watcher.watch()).close(patience);
    }

    /** @param over completed by the end of the connection, exceptionally where Discord has ended it */
    record Watcher(GatewayWatch watch, CompletableFuture<Void> over, Sessions sessions, boolean ownGateway)
            implements Events.Line {
        @Override
        public void changed(StatusChangeEvent change) {
            Status status = change.getNewStatus();
            if (ownGateway
                    && List.of(Status.IDENTIFYING_SESSION, Status.AWAITING_LOGIN_CONFIRMATION)
                            .contains(status)) {
                ResumeHere.at(change.getJDA());
            }
            if (sessions.isClosed() && status == Status.IDENTIFYING_SESSION) {
                // The end came while it connected: JDA would stay there without a heartbeat.
                Closing.hangUp(change.getJDA());
            }
            watch.changed(change.getJDA().getShardInfo().getShardId(), status);
        }

        /** JDA would go on for ever after a code that it does not know. */
        @Override
        public void lost(SessionDisconnectEvent loss) {
            var frame = loss.getServiceCloseFrame();
            if (frame != null && loss.isClosedByServer()) {
                CloseCodes.failure(frame.getCloseCode()).ifPresent(over::completeExceptionally);
            }
        }

        @Override
        public void ended(ShutdownEvent end) {
            over.completeExceptionally(CloseCodes.failure(end.getCode())
                    .orElseGet(
                            () -> new RefusedException("a connection with Discord has ended and does not come back (%d)"
                                    .formatted(end.getCode()))));
        }
    }
}
