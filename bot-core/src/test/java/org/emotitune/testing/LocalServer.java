package org.emotitune.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server on loopback that answers as it is told to and remembers what it was asked. */
public final class LocalServer implements AutoCloseable {

    /**
     * What was asked.
     *
     * @param headers first value of each, names in any case
     */
    public record Request(String method, URI uri, Map<String, String> headers, String body) {
        public String path() {
            return uri.getPath();
        }

        /** Decoded; empty where there is none. */
        public String query() {
            return uri.getQuery() == null ? "" : uri.getQuery();
        }

        /** Empty where there is none. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What is answered. */
    public record Reply(int status, Map<String, String> headers, String body) {
        public static Reply json(String body) {
            return json(200, body);
        }

        public static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
        }

        public static Reply html(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "text/html; charset=utf-8"), body);
        }

        public static Reply status(int status) {
            return new Reply(status, Map.of(), "");
        }

        public static Reply redirect(String location) {
            return status(302).with("Location", location);
        }

        /** @param seconds the service asks to wait */
        public static Reply tooMany(int seconds) {
            return json(429, "{}").with("Retry-After", Integer.toString(seconds));
        }

        public Reply with(String header, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body);
        }
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Route> routes = new ConcurrentHashMap<>();

    /** Answers one path. */
    public interface Route {
        void answer(HttpExchange exchange, Request request) throws IOException;
    }

    public LocalServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::serve);
        server.start();
    }

    /** @return address without a slash at its end: "http://127.0.0.1:40213" */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @return address of a path, which may have a query */
    public URI at(String path) {
        return URI.create(address() + path);
    }

    /** Answers a path with these, one after the other, and then with the last for ever. */
    public void answer(String path, Reply first, Reply... then) {
        Queue<Reply> coming = new ArrayDeque<>();
        coming.add(first);
        coming.addAll(List.of(then));
        answer(path, request -> {
            synchronized (coming) {
                return coming.size() > 1 ? coming.remove() : coming.element();
            }
        });
    }

    /** Answers a path as its requests need it. */
    public void answer(String path, Function<Request, Reply> replies) {
        routes.put(path, (exchange, request) -> send(exchange, replies.apply(request)));
    }

    /** Answers a path in whatever way, good or bad. The request's body has been read and is remembered. */
    public void handle(String path, HttpHandler handler) {
        routes.put(path, (exchange, request) -> handler.handle(exchange));
    }

    /** The same with the request, its body read. */
    public void handle(String path, Route route) {
        routes.put(path, route);
    }

    /** All requests so far, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Requests of a path so far, in order. */
    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            requests.add(request);
            Route none = (unknown, asked) -> send(unknown, Reply.status(404));
            routes.getOrDefault(request.path(), none).answer(exchange, request);
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
