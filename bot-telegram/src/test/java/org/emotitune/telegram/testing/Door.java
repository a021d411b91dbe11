package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotitune.telegram.testing.Faults.Fault;
import org.jspecify.annotations.Nullable;

/** Takes calls and lets faults happen to them. */
final class Door {
    private static final Pattern METHOD = Pattern.compile("/bot([^/]+)/(\\w+)");
    private static final Pattern FILE = Pattern.compile("/file/bot([^/]+)/(.+)");
    private static final String JSON = "application/json";
    private static final int OK = 200;

    private final World world;
    private final Api api;
    private final Faults faults;
    private final Clock clock;
    private final String token;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<String> underWay = new ConcurrentLinkedQueue<>();

    Door(World world, Api api, Faults faults, Clock clock, String token) {
        this.world = world;
        this.api = api;
        this.faults = faults;
        this.clock = clock;
        this.token = token;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<String> underWay() {
        return List.copyOf(underWay);
    }

    void forget() {
        calls.clear();
    }

    void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Matcher method = METHOD.matcher(path);
            Matcher file = FILE.matcher(path);
            if (method.matches()) {
                call(exchange, method.group(1), method.group(2), body);
            } else if (file.matches()) {
                download(exchange, file.group(1), file.group(2));
            } else {
                refuse(exchange, Refusal.ofCode(Refusal.NOT_FOUND, 0));
            }
        }
    }

    private void call(HttpExchange exchange, String caller, String method, byte[] body) throws IOException {
        if (!caller.equals(token)) {
            refuse(exchange, Refusal.ofCode(Refusal.UNAUTHORIZED, 0));
            return;
        }
        JsonNode told = Json.object();
        String name = api.nameOf(method);
        underWay.add(name);
        Optional<Fault> fault = faults.take(method);
        int status = 0;
        try {
            Params params = Params.read(contentType(exchange), body);
            told = params.json();
            status = answer(exchange, method, params, fault.orElse(null));
        } catch (Refusal refusal) {
            status = refusal.code();
            refuse(exchange, refusal);
        } finally {
            Call call = new Call(clock.instant(), name, told, status, fault.isPresent());
            world.change(() -> calls.add(call) && underWay.remove(name));
        }
    }

    /** @return status, 0 for no answer */
    private int answer(HttpExchange exchange, String method, Params params, @Nullable Fault fault) throws IOException {
        return switch (fault) {
            case null -> done(exchange, api.call(method, params));
            case Fault.Status(int code, int retryAfter) -> throw Refusal.ofCode(code, retryAfter);
            case Fault.Refused(int code, var description) -> throw new Refusal(code, description);
            case Fault.Dropped() -> 0;
            case Fault.AnswerLost() -> {
                api.call(method, params);
                yield 0;
            }
            case Fault.Slow(var time) -> {
                world.pause(time);
                yield done(exchange, api.call(method, params));
            }
            case Fault.Garbage(int status, String page) -> {
                Http.send(exchange, status, "text/html", page);
                yield status;
            }
        };
    }

    private static int done(HttpExchange exchange, JsonNode result) throws IOException {
        ObjectNode answer = Json.object().put("ok", true);
        answer.set("result", result);
        Http.send(exchange, OK, JSON, answer.toString());
        return OK;
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        Http.send(exchange, refusal.code(), JSON, refusal.json().toString());
    }

    private void download(HttpExchange exchange, String caller, String path) throws IOException {
        Optional<Upload> file = world.locked(() -> world.files().atPath(path));
        if (!caller.equals(token) || file.isEmpty()) {
            refuse(exchange, Refusal.ofCode(Refusal.NOT_FOUND, 0));
            return;
        }
        Http.send(exchange, OK, "application/octet-stream", file.get().content());
    }

    private static String contentType(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
    }
}
