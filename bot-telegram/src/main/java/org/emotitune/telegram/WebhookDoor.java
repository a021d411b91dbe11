package org.emotitune.telegram;

import static java.net.HttpURLConnection.HTTP_BAD_METHOD;
import static java.net.HttpURLConnection.HTTP_BAD_REQUEST;
import static java.net.HttpURLConnection.HTTP_ENTITY_TOO_LARGE;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;
import static java.net.HttpURLConnection.HTTP_OK;
import static java.net.HttpURLConnection.HTTP_UNAUTHORIZED;
import static java.net.HttpURLConnection.HTTP_UNAVAILABLE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets in what Telegram brings, and nobody else. Updates are handed over one at a time, in the order in which they came:
 * that takes little, and whoever takes them need not care where they come from. What cannot be handed over now is
 * refused, for Telegram brings it again.
 */
final class WebhookDoor implements HttpHandler, AutoCloseable {
    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final int MOST_BYTES = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String path;
    private final byte[] secret;
    private final HandOver handOver;
    private final ReentrantLock inOrder = new ReentrantLock(true);
    private volatile boolean closed;

    WebhookDoor(String path, String secret, HandOver handOver) {
        this.path = path;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.handOver = handOver;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = status(exchange);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getRawPath().equals(path)) {
            return HTTP_NOT_FOUND;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return HTTP_BAD_METHOD;
        }
        if (!isTelegram(exchange.getRequestHeaders().getFirst(SECRET_HEADER))) {
            return HTTP_UNAUTHORIZED;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        return body.length > MOST_BYTES ? HTTP_ENTITY_TOO_LARGE : take(body);
    }

    /** Takes as long for any wrong secret of a length. */
    private boolean isTelegram(@Nullable String given) {
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret);
    }

    private int take(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return ReceivedUpdates.isUpdate(json) ? handOver(json) : HTTP_BAD_REQUEST;
        } catch (IOException e) {
            return HTTP_BAD_REQUEST;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HTTP_UNAVAILABLE;
        }
    }

    private int handOver(JsonNode json) throws InterruptedException {
        inOrder.lockInterruptibly();
        try {
            if (closed) {
                return HTTP_UNAVAILABLE;
            }
            handOver.give(List.of(ReceivedUpdates.read(json)));
            return HTTP_OK;
        } finally {
            inOrder.unlock();
        }
    }

    /** Hands over no more. */
    @Override
    public void close() {
        closed = true;
    }
}
