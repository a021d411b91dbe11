package org.emotitune.discord;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.emotitune.config.LlmSettings;
import org.emotitune.config.Settings;

/** Speaks the API of a language model, which answers when it is told to. It hears sadness in everything. */
final class SlowModel implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile CountDownLatch thinking = new CountDownLatch(0);
    private volatile boolean danger;

    SlowModel() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::think);
        server.start();
    }

    /** From now on it thinks, until {@link #answers}. */
    void thinks() {
        thinking = new CountDownLatch(1);
    }

    void answers() {
        thinking.countDown();
    }

    /** Whether it finds somebody in danger, too. */
    void seesDanger(boolean whether) {
        danger = whether;
    }

    private void think(HttpExchange exchange) throws IOException {
        try (exchange) {
            thinking.await();
            byte[] answer = answer(danger).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String answer(boolean danger) {
        return """
                {"id":"1","object":"chat.completion","created":1790000000,"model":"slow-model","choices":[{"index":0,
                "message":{"role":"assistant","content":"{\\"emotions\\":[{\\"word\\":\\"sadness\\",\\"weight\\":1}],\
                \\"themes\\":[],\\"language\\":\\"es\\",\\"danger\\":%s}"},"finish_reason":"stop"}],
                "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}""".formatted(danger);
    }

    /** The same settings with this model. */
    Settings in(Settings settings) {
        return new Settings(
                settings.database(),
                settings.home(),
                settings.starter(),
                settings.language(),
                settings.country(),
                settings.limits(),
                settings.sources(),
                settings.reindex(),
                settings(),
                settings.telegram(),
                settings.discord());
    }

    private LlmSettings settings() {
        LlmSettings usual = LlmSettings.DEFAULT;
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        LlmSettings.Manner manner = new LlmSettings.Manner(
                usual.manner().style(), Duration.ofSeconds(60), usual.manner().concurrency(), 1);
        return new LlmSettings(
                new LlmSettings.Server(address, "key", "slow-model", null), manner, usual.budget(), usual.price());
    }

    @Override
    public void close() {
        answers();
        server.stop(0);
        workers.shutdownNow();
    }
}
