package org.emotitune.discord;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.emotitune.config.DiscordSettings;
import org.emotitune.discord.testing.LocalDiscord;
import org.jspecify.annotations.Nullable;

/** Connections with a Discord of the tests. */
final class Rig {
    static final Patience HASTY = new Patience(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(500));

    private Rig() {}

    static DiscordSettings settings(LocalDiscord discord) {
        return settings(discord, discord.gatewayAddress(), 0, false);
    }

    static DiscordSettings settings(LocalDiscord discord, @Nullable String gateway, int shards, boolean content) {
        return new DiscordSettings(
                LocalDiscord.TOKEN, api(discord), gateway == null ? null : URI.create(gateway), shards, content);
    }

    static DiscordSettings withToken(LocalDiscord discord, String token) {
        return new DiscordSettings(token, api(discord), URI.create(discord.gatewayAddress()), 0, false);
    }

    private static URI api(LocalDiscord discord) {
        return URI.create(discord.api().replaceAll("/$", ""));
    }

    static Connection open(DiscordSettings settings, EventListener listener) throws InterruptedException {
        return new Opening(settings, listener, HASTY, Clock.systemUTC()).insist();
    }

    /** Keeps the events it gets. */
    static final class Heard implements EventListener {
        private final List<GenericEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void onEvent(GenericEvent event) {
            events.add(event);
        }

        <T extends GenericEvent> List<T> of(Class<T> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    /** What {@link Connection#await} ends with; null for nothing. */
    static @Nullable Throwable end(Connection connection) throws Exception {
        CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();
        Thread unused = Thread.startVirtualThread(() -> {
            try {
                connection.await();
                end.complete(null);
            } catch (InterruptedException | RuntimeException e) {
                end.complete(e);
            }
        });
        return end.get(60, TimeUnit.SECONDS);
    }
}
