package org.emotitune.telegram;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.emotitune.config.TelegramSettings;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Lets Telegram bring updates, by a server of this program behind a proxy that ends TLS. At the end Telegram keeps the
 * address, so that it keeps what is written meanwhile, and brings it to the next start.
 */
final class Webhook implements UpdateSource {
    /**
     * Updates that Telegram brings at the same time. It brings those of a chat one after another, so more connections do
     * not change their order; with one connection a far away server would get but a few updates a second.
     */
    private static final int CONNECTIONS = 40;

    private static final int SECRET_BYTES = 32;
    private static final Duration CALL = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static {
        // Read once by the JDK's server. Without the first, answers wait 40 ms for an acknowledgement of their headers;
        // the second ends requests that do not get on, in seconds.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
    }

    private final TelegramSettings.Webhook settings;
    private final Line line;
    private final String secret;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable HttpServer server;
    private @Nullable WebhookDoor door;

    /** @param settings with a token and a webhook */
    Webhook(TelegramSettings settings) {
        this(settings, Clock.systemUTC(), BackOff.usual(new Random()));
    }

    Webhook(TelegramSettings settings, Clock clock, BackOff backOff) {
        this.settings = Objects.requireNonNull(settings.webhook());
        this.line = new Line(settings, CALL, clock, backOff);
        this.secret = Objects.requireNonNullElseGet(this.settings.secret(), () -> newSecret(new SecureRandom()));
    }

    /** Of characters that Telegram allows. */
    private static String newSecret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** @throws UncheckedIOException if the port cannot be listened on */
    @Override
    public void start(Consumer<List<Update>> updates, Runnable rejected) {
        String path = settings.address().getRawPath();
        WebhookDoor opened = new WebhookDoor(path.isEmpty() ? "/" : path, secret, new HandOver(updates));
        door = opened;
        server = open(opened);
        var unused = workers.submit(() -> register(rejected));
    }

    private HttpServer open(WebhookDoor opened) {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress(settings.port()), 0);
            listening.setExecutor(workers);
            listening.createContext("/", opened);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the webhook's port %d cannot be listened on: %s".formatted(settings.port(), e.getMessage()), e);
        }
    }

    private Optional<Boolean> register(Runnable rejected) throws InterruptedException {
        SetWebhook webhook = SetWebhook.builder()
                .url(settings.address().toString())
                .secretToken(secret)
                .allowedUpdates(KINDS)
                .maxConnections(CONNECTIONS)
                .build();
        return line.insist(telegram -> telegram.executeAsync(webhook), rejected);
    }

    @Override
    public void close() {
        line.close();
        if (door != null) {
            door.close();
        }
        workers.shutdown();
        try {
            if (!workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (server != null) {
            server.stop(0);
        }
    }
}
