package org.emotitune.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Where a browser comes back to after a sign-in: a page on this machine that nobody else can reach. */
final class Callback implements AutoCloseable {
    /** By its number, as Spotify wants it: "localhost" could be anything. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final String state;
    private final CompletableFuture<String> code = new CompletableFuture<>();

    /**
     * @param port 0 for any that is free
     * @param state that only the browser of this sign-in knows
     */
    Callback(int port, String state) {
        this.state = state;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        } catch (IOException e) {
            throw new SignInException(
                    "Port %d of this machine is not free: end what uses it, or set another port here and in your app's settings on Spotify."
                            .formatted(port),
                    e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:%d/callback".formatted(server.getAddress().getPort());
    }

    /** @throws SignInException if none comes in time, or a refusal does */
    String code(Duration patience) {
        try {
            return code.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SignInException("Nobody signed in within %s: try again.".formatted(Waits.words(patience)), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInException("The sign-in was interrupted.", null);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SignInException refusal ? refusal : new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!"/callback".equals(exchange.getRequestURI().getPath()) || !"GET".equals(exchange.getRequestMethod())) {
                page(exchange, 404, "There is nothing here.");
                return;
            }
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            // Anybody on this machine, and any page in a browser, can call: only the one who knows the state is heard.
            if (!same(query.getOrDefault("state", ""))) {
                page(
                        exchange,
                        400,
                        "This is no answer to the sign-in that is under way. Please use the link in the terminal.");
                return;
            }
            outcome(exchange, query);
        }
    }

    /** The page first: once the outcome is known, this server ends. */
    private void outcome(HttpExchange exchange, Map<String, String> query) throws IOException {
        String found = query.getOrDefault("code", "");
        if (query.containsKey("error") || found.isEmpty()) {
            page(
                    exchange,
                    200,
                    "EmotiTune was not let in. That is fine: nothing has changed. You can close this page.");
            code.completeExceptionally(new SignInException(
                    "EmotiTune was not let in on Spotify's page%s: try again, and agree there."
                            .formatted("access_denied".equals(query.get("error")) ? "" : ", or something failed there"),
                    null));
            return;
        }
        page(exchange, 200, "Thank you! The rest is told in the terminal. You can close this page.");
        code.complete(found);
    }

    private boolean same(String other) {
        return MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static void page(HttpExchange exchange, int status, String sentence) throws IOException {
        String html = """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>EmotiTune</title>
                <body style="font-family: sans-serif; margin: 4em auto; max-width: 30em"><h1>EmotiTune</h1><p>%s</p></body></html>
                """.formatted(sentence);
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Cache-Control", "no-store",
                        "Referrer-Policy", "no-referrer",
                        "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> fields = new HashMap<>();
        for (String field : raw == null ? new String[0] : raw.split("&", 20)) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], parts.length == 1 ? "" : decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
