package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody else brings does not come in, nor what is no update. */
@Timeout(120)
class WebhookDoorTest extends WebhookCase {
    @ParameterizedTest
    @ValueSource(strings = {"", "a-secret_of-the-test", "a-secret_of-the-testS", "another"})
    void whoDoesNotKnowTheSecretIsNotLetIn(String secret) throws Exception {
        start();

        assertThat(post(secret, update(1, "uno"))).isEqualTo(401);

        assertThat(received.batches()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hook", "/hook/telegram/", "/hook/telegramX", "/hook/telegram/../telegram"})
    void thereIsNothingAtOtherPaths(String path) throws Exception {
        start();

        byte[] body = update(1, "uno").getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(post(URI.create("http://127.0.0.1:" + port + path), SECRET, body)
                        .statusCode())
                .isEqualTo(404);
        assertThat(received.batches()).isZero();
    }

    @Test
    void onlyPostIsAnswered() throws Exception {
        start();

        HttpRequest request =
                HttpRequest.newBuilder(address).header(SECRET_HEADER, SECRET).build();
        HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void whatIsTooBigIsRefused() throws Exception {
        start();
        String big = update(1, "x".repeat(1024 * 1024));

        assertThat(post(SECRET, big)).isEqualTo(413);
        assertThat(post(SECRET, update(2, "x".repeat(1000 * 1000)))).isEqualTo(200);
        assertThat(received.batches()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "estoy triste", "{\"update_id\": ", "[]", "{}", "\"7\"", "{\"update_id\": \"x\"}"})
    void garbageIsRefusedAndItsWordsAreNotLogged(String garbage) throws Exception {
        start();

        assertThat(post(SECRET, garbage)).isEqualTo(400);

        assertThat(received.batches()).isZero();
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void jsonWithoutEndIsRefused() throws Exception {
        start();

        assertThat(post(SECRET, "[".repeat(500_000))).isEqualTo(400);
    }

    @Test
    void anUpdateThatTheLibraryCannotReadIsTakenAndPassedOver() throws Exception {
        start();

        assertThat(post(SECRET, "{\"update_id\": 7, \"message\": {\"date\": \"estoy triste\"}}"))
                .isEqualTo(200);

        assertThat(received.all())
                .singleElement()
                .satisfies(update -> assertThat(update.hasMessage()).isFalse());
        assertThat(warnings.lines()).singleElement().asString().doesNotContain("triste");
    }

    @Test
    void neitherAnExceptionNorAnErrorOfTheBotStopsIt() throws Exception {
        start();
        received.before(() -> {
            throw new StackOverflowError("estoy triste");
        });
        assertThat(post(SECRET, update(1, "uno"))).isEqualTo(200);
        received.before(() -> {});

        assertThat(post(SECRET, update(2, "dos"))).isEqualTo(200);

        assertThat(received.texts()).containsExactly("dos");
        assertThat(warnings.lines()).singleElement().asString().doesNotContain("triste");
    }
}
