package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers are read, and where redirects lead. */
class WebClientAnswersTest {
    private final LocalServer server = new LocalServer();
    private final LocalServer other = new LocalServer();
    private final Rig rig = new Rig();
    private final URI song = server.at("/song");

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    @Test
    void jsonIsRead() {
        server.answer("/song", Reply.json("{\"name\": \"Canción\"}"));

        JsonAnswer answer = rig.client.json(Call.get(song, Map.of()));

        assertThat(answer.isGood()).isTrue();
        assertThat(answer.body().path("name").asText()).isEqualTo("Canción");
        assertThat(server.requests().getFirst().header("User-Agent")).isEqualTo("EmotiTune/0.1 (self-hosted bot)");
    }

    @Test
    void aPageWhereJsonIsExpectedIsToldAndNotAskedForAgain() {
        server.answer("/song", Reply.html(200, "<html>Sign in to the hotel's network</html>"));

        rig.cannotGetJson(song).withMessage("Spotify answered with text/html where JSON was expected (%s).", song);

        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"SECRET", "[1, 2", "SECRET", "{} {}", "{\"a\": 1}}"})
    void brokenJsonIsToldWithoutAPieceOfIt(String broken) {
        server.answer("/song", Reply.json(broken));

        rig.cannotGetJson(song)
                .withMessage("Spotify answered with broken JSON where JSON was expected (%s).", song)
                .withNoCause();

        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void jsonThatWasCutOnceIsAskedForAgain() {
        server.answer("/song", Reply.json("{\"name\": "), Reply.json("{\"name\": \"x\"}"));

        assertThat(rig.client.json(Call.get(song, Map.of())).body().path("name").asText())
                .isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void nothingWhereJsonIsExpectedIsTold(int status) {
        server.answer("/song", Reply.status(status));

        rig.cannotGetJson(song).withMessage("Spotify answered with nothing where JSON was expected (%s).", song);
    }

    @Test
    void anErrorPageNeedNotBeJson() {
        server.answer("/song", Reply.html(404, "<html>"), Reply.json(403, "{\"error\": \"no\"}"));

        JsonAnswer page = rig.client.json(Call.get(song, Map.of()));
        JsonAnswer json = rig.client.json(Call.get(song, Map.of()));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body().isMissingNode()).isTrue();
        assertThat(json.body().path("error").asText()).isEqualTo("no");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain; charset=ISO-8859-1, ISO-8859-1",
        "text/plain;charset=\"utf-16\", UTF-16",
        "text/plain; charset=no-such, UTF-8",
        "text/plain, UTF-8"
    })
    void theCharsetIsTheOneThatIsNamed(String contentType, String charset) {
        server.handle("/song", exchange -> {
            byte[] body = "Corazón partío".getBytes(Charset.forName(charset));
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });

        assertThat(rig.get(song)).isEqualTo(new Answer(200, contentType, "Corazón partío"));
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheText() {
        server.answer("/song", Reply.html(200, "\uFEFFhola"));

        assertThat(rig.get(song).body()).isEqualTo("hola");
    }

    @Test
    void aFormIsSentAsOne() {
        server.answer("/song", Reply.json("{}"));

        rig.client.send(Call.form(song, Map.of("Accept", "text/plain"), "a=1&b=%C3%B1"));

        LocalServer.Request request = server.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body().getBytes(StandardCharsets.UTF_8))
                .isEqualTo("a=1&b=%C3%B1".getBytes(StandardCharsets.UTF_8));
        assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectOnTheSameServerKeepsTheToken(int status) {
        server.answer("/song", Reply.status(status).with("Location", "moved?x=1"));
        server.answer("/moved", Reply.json("{}"));

        assertThat(rig.client.send(authorised(song)).isGood()).isTrue();

        assertThat(server.requests("/moved").getFirst().query()).isEqualTo("x=1");
        assertThat(server.requests("/moved").getFirst().header("Authorization")).isEqualTo("Bearer SECRET");
    }

    @Test
    void aRedirectToAnotherServerGetsNoTokenAndNoKey() {
        server.answer("/song", Reply.redirect(other.at("/moved").toString()));
        other.answer("/moved", Reply.json("{}"));

        assertThat(rig.client.send(authorised(song)).isGood()).isTrue();

        LocalServer.Request request = other.requests("/moved").getFirst();
        assertThat(request.header("Authorization")).isEmpty();
        assertThat(request.header("X-Key")).isEmpty();
        assertThat(request.header("Accept")).isEqualTo("application/json");
    }

    @Test
    void aFormIsNotRedirected() {
        server.answer(
                "/song", Reply.status(307).with("Location", other.at("/moved").toString()));

        assertThatThrownBy(() -> rig.client.send(Call.form(song, Map.of(), "code=SECRET")))
                .hasMessage("Spotify redirects to where it should not (%s).", song);

        assertThat(other.requests()).isEmpty();
    }

    @Test
    void aCircleOfRedirectsEnds() {
        server.answer("/song", Reply.redirect("/round"));
        server.answer("/round", Reply.redirect("/song"));

        rig.cannotGet(song).withMessage("Spotify redirects more than 5 times (%s).", song);

        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void fiveRedirectsAreFollowed() {
        server.answer("/song", Reply.redirect("/1"));
        for (int hop = 1; hop < 5; hop++) {
            server.answer("/" + hop, Reply.redirect("/" + (hop + 1)));
        }
        server.answer("/5", Reply.json("{}"));

        assertThat(rig.get(song).isGood()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "", "http://", "http:///x", "::", "mailto:a@b.c"})
    void aRedirectToAnythingButAWebServiceIsRefused(String location) {
        server.answer("/song", Reply.redirect(location));

        rig.cannotGet(song).withMessage("Spotify redirects to where it should not (%s).", song);

        assertThat(server.requests()).hasSize(1);
    }

    private static Call authorised(URI uri) {
        return Call.get(uri, Map.of("Authorization", "Bearer SECRET", "X-Key", "SECRET", "Accept", "application/json"));
    }
}
