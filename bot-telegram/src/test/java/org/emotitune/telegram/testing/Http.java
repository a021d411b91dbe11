package org.emotitune.telegram.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The line to the bot, which may be cut and mended. */
final class Http implements AutoCloseable {
    static {
        // Without this every answer waits 40 ms for the other end's acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // By default the server closes all but 200 idle connections, which clients see as failures.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "5000");
    }

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpHandler handler;
    private final int port;
    private HttpServer server;

    Http(HttpHandler handler) {
        this.handler = handler;
        this.server = open(0);
        this.port = server.getAddress().getPort();
    }

    private HttpServer open(int atPort) {
        try {
            HttpServer opened =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), atPort), 1_000);
            opened.setExecutor(workers);
            opened.createContext("/", handler);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    void cut() {
        server.stop(0);
    }

    void mend() {
        server = open(port);
    }

    static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
