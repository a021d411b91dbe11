package org.emotitune.discord;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks the API of LRCLIB. The bot asks it three times a second at most, so a job lasts as long as a test wants. Songs
 * called "Lost …" it does not have.
 */
final class SlowLyrics implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch released;

    SlowLyrics() {
        this(0);
    }

    private SlowLyrics(int releases) {
        released = new CountDownLatch(releases);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/api/get", this::get);
        server.createContext("/api/search", exchange -> answer(exchange, 200, "[]"));
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Songs that were looked for so far. */
    int asked() {
        return asked.get();
    }

    /** One that answers nothing until {@link #release}. */
    static SlowLyrics held() {
        return new SlowLyrics(1);
    }

    void release() {
        released.countDown();
    }

    private void get(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        await();
        String title = parameter(exchange, "track_name");
        if (title.startsWith("Lost")) {
            answer(exchange, 404, "{\"code\": 404}");
        } else {
            answer(exchange, 200, entry(title, parameter(exchange, "artist_name")));
        }
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String entry(String title, String artist) {
        return """
                {"trackName": "%s", "artistName": "%s", "duration": 200, "instrumental": false,
                 "plainLyrics": "I cry alone in the night\\nmy heart is broken\\nand I miss you so\\n%s"}
                """.formatted(title, artist, title);
    }

    private static String parameter(HttpExchange exchange, String name) {
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
            }
        }
        return "";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        workers.close();
    }
}
