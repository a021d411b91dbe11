package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
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
import org.junit.jupiter.params.provider.CsvSource;

class RepetitionTest {
    private static final String FOLLOW_UP = "/api/v10/webhooks/42/the-token";
    private static final String MESSAGE = "/api/v10/channels/42/messages";
    private static final SocketEffect CUT = new SocketEffect.CloseSocket();

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .addInterceptor(new Repetition())
            .readTimeout(Duration.ofMillis(500))
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
    @CsvSource({
        "POST, /api/v10/webhooks/42/token, false",
        "POST, /proxy/webhooks/42/token, false",
        "PATCH, /api/v10/webhooks/42/token/messages/@original, true",
        "DELETE, /api/v10/webhooks/42/token/messages/7, true",
        "POST, /api/v10/interactions/42/token/callback, true",
        "POST, /api/v10/channels/42/messages, true"
    })
    void onlyTheFollowUpOfAnInteractionIsSentOnce(String method, String path, boolean repeated) {
        assertThat(Repetition.mayBeRepeated(request(method, path))).isEqualTo(repeated);
    }

    @Test
    void aMessageWhoseConnectionBreaksIsSentAgain() throws IOException {
        server.enqueue(lost());
        server.enqueue(new MockResponse.Builder().code(200).build());

        try (Response response = http.newCall(request("POST", MESSAGE)).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aFollowUpWhoseConnectionBreaksIsNotSentAgain() throws IOException {
        // On a connection that has been used: there okhttp repeats by itself.
        server.enqueue(new MockResponse.Builder().code(200).build());
        http.newCall(request("GET", MESSAGE)).execute().close();
        server.enqueue(lost());
        server.enqueue(new MockResponse.Builder().code(200).build());

        assertThatThrownBy(() -> http.newCall(request("POST", FOLLOW_UP)).execute())
                .isInstanceOf(IOException.class);

        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void afterA502JdaSeesAFollowUpThatItDoesNotRepeat() throws IOException {
        server.enqueue(new MockResponse.Builder().code(502).build());
        server.enqueue(new MockResponse.Builder().code(502).build());

        try (Response followUp = http.newCall(request("POST", FOLLOW_UP)).execute();
                Response message = http.newCall(request("POST", MESSAGE)).execute()) {
            assertThat(followUp.code()).isEqualTo(500);
            assertThat(message.code()).isEqualTo(502);
        }
    }

    @Test
    void whatTookTooLongIsNotSentAgain() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        server.enqueue(new MockResponse.Builder().code(200).build());

        assertThatThrownBy(() -> http.newCall(request("POST", MESSAGE)).execute())
                .isInstanceOf(SocketTimeoutException.class);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static MockResponse lost() {
        return new MockResponse.Builder().onResponseStart(CUT).build();
    }

    private Request request(String method, String path) {
        RequestBody body = method.equals("GET") || method.equals("DELETE")
                ? null
                : RequestBody.create("{}", MediaType.get("application/json"));
        return new Request.Builder().url(server.url(path)).method(method, body).build();
    }
}
