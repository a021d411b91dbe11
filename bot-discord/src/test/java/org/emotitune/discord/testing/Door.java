package org.emotitune.discord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.emotitune.discord.testing.Faults.Fault;
import org.jspecify.annotations.Nullable;

/** Takes calls and lets faults happen to them. */
final class Door extends Dispatcher {
    static final String GATEWAY = "/gateway-socket";

    private static final String API = "/api/v10";
    private static final int GATEWAY_TIMEOUT = 504;

    private final MockWebServer server;
    private final World world;
    private final Api api;
    private final Faults faults;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    Door(MockWebServer server, World world, Api api, Faults faults) {
        this.server = server;
        this.world = world;
        this.api = api;
        this.faults = faults;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    void forget() {
        calls.clear();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        // Otherwise the server keeps all requests, and their files, for whoever wants to look at them.
        var unused = server.takeRequest(0, TimeUnit.SECONDS);
        String path = request.getUrl().encodedPath();
        if (path.startsWith(GATEWAY)) {
            return new MockResponse.Builder()
                    .webSocketUpgrade(new GatewayConnection(world, world.gateway(), Line.current()))
                    .build();
        }
        boolean ofApi = path.startsWith(API);
        return call(request, Route.find(request.getMethod(), ofApi ? path.substring(API.length()) : path));
    }

    private MockResponse call(RecordedRequest request, Route.Found found) {
        Instant at = world.now();
        Optional<Fault> fault = faults.take(found.route());
        JsonNode told = Json.object();
        Answer answer = null;
        try {
            checkToken(request, found.route());
            Asked asked = Bodies.read(request, found);
            told = asked.body();
            answer = answer(asked, fault.orElse(null));
        } catch (Refusal refusal) {
            answer = Answer.of(refusal.status(), refusal.body());
        }
        String target = request.getTarget();
        String path = target.startsWith(API) ? target.substring(API.length()) : target;
        Call call = new Call(at, found.route(), path, told, answer == null ? 0 : answer.status(), fault.isPresent());
        world.changes(() -> calls.add(call));
        return answer == null ? lost() : response(answer);
    }

    private static void checkToken(RecordedRequest request, Route route) {
        boolean open = route == Route.DOWNLOAD;
        if (!open && !("Bot " + LocalDiscord.TOKEN).equals(request.getHeaders().get("Authorization"))) {
            throw Refusal.unauthorized();
        }
    }

    /** @return null for none */
    private @Nullable Answer answer(Asked asked, @Nullable Fault fault) {
        return switch (fault) {
            case null -> api.answer(asked);
            case Fault.Status status -> FaultAnswers.of(status);
            case Fault.TooMany tooMany -> FaultAnswers.of(tooMany);
            case Fault.TooManyForCloudflare tooMany -> FaultAnswers.of(tooMany);
            case Fault.Refused(int status, int code, var message) -> throw new Refusal(status, code, message);
            case Fault.Dropped() -> null;
            case Fault.AnswerLost() -> {
                var unused = api.answer(asked);
                yield null;
            }
            case Fault.Slow(var time) -> {
                world.pause(time);
                yield api.answer(asked);
            }
        };
    }

    /** Nobody gets this: the connection has ended. */
    private static MockResponse lost() {
        Line.cut(Line.current());
        return new MockResponse.Builder().code(GATEWAY_TIMEOUT).build();
    }

    private static MockResponse response(Answer answer) {
        MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
        answer.headers().forEach(response::setHeader);
        if (!answer.type().isEmpty()) {
            response.setHeader("Content-Type", answer.type());
            response.body(new Buffer().write(answer.body()));
        }
        return response.build();
    }
}
