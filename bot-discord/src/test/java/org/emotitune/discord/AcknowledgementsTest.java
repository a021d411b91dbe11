package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgementsTest {
    private static final String CALLBACK = "/api/v10/interactions/42/the-token/callback";

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .addInterceptor(new Repetition())
            .addInterceptor(new Acknowledgements())
            .build();

    @BeforeEach
    void begin() throws IOException {
        server.start();
    }

    @AfterEach
    void end() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {40_060, 10_062})
    void anAcknowledgementWhoseAnswerWasLostHasSucceeded(int code) throws IOException {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(refusal(code));

        assertThat(status(CALLBACK)).isEqualTo(204);
    }

    @Test
    void soHasOneThatAProxyDidNotHearOf() throws IOException {
        server.enqueue(new MockResponse.Builder().code(504).build());
        server.enqueue(refusal(40_060));

        assertThat(status(CALLBACK)).isEqualTo(204);
    }

    @Test
    void whatAnotherProcessHasAcknowledgedStaysRefused() throws IOException {
        server.enqueue(refusal(40_060));

        assertThat(status(CALLBACK)).isEqualTo(400);
    }

    @Test
    void otherRefusalsStayRefusals() throws IOException {
        server.enqueue(new MockResponse.Builder().code(502).build());
        server.enqueue(refusal(50_035));
        server.enqueue(new MockResponse.Builder().code(403).body("<html>").build());

        assertThat(status(CALLBACK)).isEqualTo(400);
        assertThat(status(CALLBACK)).isEqualTo(403);
    }

    @Test
    void ofOtherCallsNothingIsAssumed() throws IOException {
        server.enqueue(new MockResponse.Builder().code(502).build());
        server.enqueue(refusal(40_060));

        assertThat(status("/api/v10/channels/42/messages")).isEqualTo(502);
        assertThat(status("/api/v10/channels/42/messages")).isEqualTo(400);
    }

    private static MockResponse refusal(int code) {
        return new MockResponse.Builder()
                .code(400)
                .body("{\"code\": %d, \"message\": \"No.\"}".formatted(code))
                .build();
    }

    private int status(String path) throws IOException {
        Request request = new Request.Builder()
                .url(server.url(path))
                .post(RequestBody.create("{}", MediaType.get("application/json")))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return response.code();
        }
    }
}
