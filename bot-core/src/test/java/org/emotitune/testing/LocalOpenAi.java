package org.emotitune.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.LocalServer.Request;
import org.jspecify.annotations.Nullable;

/**
 * Speaks OpenAI's API over HTTP: /v1/models, /v1/chat/completions (not streaming) and /v1/embeddings. Thread-safe.
 *
 * <pre>{@code
 * try (LocalOpenAi server = new LocalOpenAi()) {           // base address: server.base(), ends in /v1
 *     server.answering(asked -> asked.user().contains("rain") ? LIST_OR_JSON : OTHER);  // text by request
 *     server.needs("key-of-the-test");                      // 401 without it
 *     server.has("small-model");                            // 404 for other models
 *     server.lacks(Lack.JSON_SCHEMA, Lack.TEMPERATURE);     // 400 as OpenAI words it
 *     server.taking(Duration.ofMillis(200));                // latency of every good answer
 *     server.next(OpenAiTrouble.status(429, 1), OpenAiTrouble.FENCED);  // the next two requests, one each
 *     server.always(OpenAiTrouble.HANGS);                   // every one from now on; server.well() ends it
 *     server.asked();  server.embedded();  server.mostAtOnce();
 * }
 * }</pre>
 */
public final class LocalOpenAi implements AutoCloseable {
    public static final String CHAT = "/v1/chat/completions";
    public static final String EMBEDDINGS = "/v1/embeddings";
    public static final String MODELS = "/v1/models";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A request for a chat completion or for embeddings.
     *
     * @param system text of the system messages; empty where there is none
     * @param user text of the user's messages; for embeddings, the texts in lines
     * @param responseFormat "json_schema", "json_object", "text"; empty where none is asked for
     * @param body all of it
     */
    public record Asked(String model, String system, String user, String responseFormat, JsonNode body) {
        /** Of either name; -1 where none is set. */
        public int mostTokens() {
            return body.path("max_tokens")
                    .asInt(body.path("max_completion_tokens").asInt(-1));
        }

        public boolean wantsJson() {
            return responseFormat.startsWith("json");
        }
    }

    /** What a server or model may not know. */
    public enum Lack {
        /** It knows json_object, and no schema. */
        JSON_SCHEMA,
        RESPONSE_FORMAT,
        TEMPERATURE,
        MAX_TOKENS,
        MAX_COMPLETION_TOKENS
    }

    /** A kind of request that is refused. */
    private record Refusal(Predicate<Asked> when, Reply reply) {}

    private final LocalServer server = new LocalServer();
    private final Queue<OpenAiTrouble> coming = new ConcurrentLinkedQueue<>();
    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Asked> embedded = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile @Nullable OpenAiTrouble always;
    private volatile @Nullable String key;
    private volatile Set<String> models = Set.of();
    private volatile Duration latency = Duration.ZERO;
    private volatile int dimension = 8;
    private volatile Function<Asked, String> answers = OpenAiBodies::sadness;

    public LocalOpenAi() {
        server.handle(CHAT, (exchange, request) -> serve(exchange, request, asked, this::completion));
        server.handle(EMBEDDINGS, (exchange, request) -> serve(exchange, request, embedded, this::embeddings));
        server.answer(MODELS, this::models);
    }

    /** Address of the API, its version included: "http://127.0.0.1:40213/v1". */
    public URI base() {
        return server.at("/v1");
    }

    public LocalServer server() {
        return server;
    }

    /** The text of a good answer, by request. */
    public void answering(Function<Asked, String> answers) {
        this.answers = answers;
    }

    /** Requests without this key are refused with 401. */
    public void needs(String key) {
        this.key = key;
    }

    /** Other models than these are refused with 404. */
    public void has(String... models) {
        this.models = Set.of(models);
    }

    /** Every good answer takes so long. */
    public void taking(Duration latency) {
        this.latency = latency;
    }

    /** Length of the vectors. */
    public void dimension(int dimension) {
        this.dimension = dimension;
    }

    /** The next requests of any kind but for models go wrong like this, one each. */
    public void next(OpenAiTrouble... troubles) {
        coming.addAll(List.of(troubles));
    }

    /** All requests from now on go wrong like this, unless another trouble is next. */
    public void always(OpenAiTrouble trouble) {
        always = trouble;
    }

    /** No trouble any more. */
    public void well() {
        always = null;
        coming.clear();
    }

    /** Requests that ask for these are refused with 400, in the words of OpenAI. */
    public void lacks(Lack... lacks) {
        for (Lack lack : lacks) {
            refusing(request -> OpenAiRequests.uses(request, lack), OpenAiRequests.lackOf(lack));
        }
    }

    /** Requests like these are answered so. */
    public void refusing(Predicate<Asked> when, Reply reply) {
        refusals.add(new Refusal(when, reply));
    }

    /** Chat requests so far that had the right key and a model that is there, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Embedding requests so far, in the same way. */
    public List<Asked> embedded() {
        return List.copyOf(embedded);
    }

    /** The most requests that were under way at the same time. */
    public int mostAtOnce() {
        return most.get();
    }

    /** An error in OpenAI's form. */
    public static Reply error(int status, String message, String type, @Nullable String code) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", type)
                .putNull("param")
                .put("code", code);
        return Reply.json(status, body.toString());
    }

    private void serve(HttpExchange exchange, Request request, List<Asked> kept, Function<Asked, ObjectNode> good)
            throws IOException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            Reply wrong = unwelcome(request);
            if (wrong != null) {
                send(exchange, wrong);
                return;
            }
            Asked parsed = OpenAiRequests.parsed(request.body());
            kept.add(parsed);
            OpenAiTrouble next = coming.poll();
            answer(exchange, parsed, next == null ? always : next, good);
        } finally {
            now.decrementAndGet();
        }
    }

    private void answer(
            HttpExchange exchange, Asked parsed, @Nullable OpenAiTrouble trouble, Function<Asked, ObjectNode> good)
            throws IOException {
        switch (trouble) {
            case null -> send(exchange, refusalOr(parsed, () -> good.apply(parsed)));
            case OpenAiTrouble.Sends(Reply reply) -> send(exchange, reply);
            case OpenAiTrouble.Changes(var change) ->
                send(exchange, refusalOr(parsed, () -> {
                    ObjectNode body = good.apply(parsed);
                    change.accept(parsed, body);
                    return body;
                }));
            case OpenAiTrouble.Hangs() -> pause(Duration.ofDays(1));
            case OpenAiTrouble.Drips() -> drip(exchange);
            case OpenAiTrouble.Drops() -> exchange.close();
        }
    }

    private Reply refusalOr(Asked parsed, Supplier<ObjectNode> body) {
        return refusals.stream()
                .filter(refusal -> refusal.when().test(parsed))
                .map(Refusal::reply)
                .findFirst()
                .orElseGet(() -> {
                    pause(latency);
                    return Reply.json(body.get().toString());
                });
    }

    private @Nullable Reply unwelcome(Request request) throws IOException {
        String wanted = key;
        String given = request.header("Authorization").replaceFirst("^Bearer ", "");
        if (wanted != null && !wanted.equals(given)) {
            return error(401, "Incorrect API key provided: " + given + ".", "invalid_request_error", "invalid_api_key");
        }
        String model = JSON.readTree(request.body()).path("model").asText();
        if (!models.isEmpty() && !models.contains(model)) {
            return error(
                    404,
                    "The model `%s` does not exist or you do not have access to it.".formatted(model),
                    "invalid_request_error",
                    "model_not_found");
        }
        return null;
    }

    private ObjectNode completion(Asked request) {
        return OpenAiBodies.completion(request, answers.apply(request));
    }

    private ObjectNode embeddings(Asked request) {
        return OpenAiBodies.embeddings(request, dimension);
    }

    /** How this server counts tokens. */
    public static int tokens(String text) {
        return OpenAiBodies.tokens(text);
    }

    /** The vector that this server has for a text. */
    public List<Float> vector(String text) {
        return OpenAiBodies.vector(text, dimension);
    }

    private Reply models(Request request) {
        String wanted = key;
        if (wanted != null && !request.header("Authorization").equals("Bearer " + wanted)) {
            return error(401, "Incorrect API key provided.", "invalid_request_error", "invalid_api_key");
        }
        ObjectNode body = JSON.createObjectNode().put("object", "list");
        ArrayNode data = body.putArray("data");
        models.forEach(model -> data.addObject().put("id", model).put("object", "model"));
        return Reply.json(body.toString());
    }

    private void pause(Duration time) {
        try {
            closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000_000);
        while (closed.getCount() > 0) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            pause(Duration.ofMillis(10));
        }
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
        closed.countDown();
        server.close();
    }
}
