package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalSpotify;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Signs in with a browser that does what its user does: follow the link. */
@Timeout(60)
class SpotifySignInTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path home = Path.of("");

    private final LocalSpotify spotify = new LocalSpotify();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

    @AfterEach
    void stop() {
        spotify.close();
        browser.close();
    }

    @Test
    void whoFollowsTheLinkIsSignedIn() throws Exception {
        CompletableFuture<Void> signingIn = start(LocalSpotify.CLIENT_ID);

        HttpResponse<String> page = get(link());
        signingIn.get(20, TimeUnit.SECONDS);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Thank you!").doesNotContain("code");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(lines).last().isEqualTo("EmotiTune is signed in to Spotify.");
        assertThat(new TokenFile(home).read()).get().asString().startsWith("refresh-");
        assertThat(account(LocalSpotify.CLIENT_ID).accessToken()).startsWith("access-");
    }

    @Test
    void nobodyElseCanAnswer() throws Exception {
        CompletableFuture<Void> signingIn = start(LocalSpotify.CLIENT_ID);
        URI link = link();
        String callback = callback(link);

        assertThat(get(URI.create(callback + "?code=x&state=guess")).statusCode())
                .isEqualTo(400);
        assertThat(get(URI.create(callback + "?error=access_denied")).statusCode())
                .isEqualTo(400);
        assertThat(get(URI.create(callback + "?state&=&&code=%C3%28")).statusCode())
                .isEqualTo(400);
        assertThat(get(URI.create(callback)).statusCode()).isEqualTo(400);
        assertThat(get(URI.create(callback + "/../favicon.ico")).statusCode()).isEqualTo(404);
        assertThat(signingIn).isNotDone();
        get(link);

        signingIn.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whoDoesNotAgreeIsNotSignedIn() throws Exception {
        spotify.server().answer("/authorize", request -> {
            String state = request.query().replaceFirst(".*&state=([^&]*).*", "$1");
            return LocalServer.Reply.redirect(callback(request.uri()) + "?error=access_denied&state=" + state);
        });
        CompletableFuture<Void> signingIn = start(LocalSpotify.CLIENT_ID);

        assertThat(get(link()).body()).contains("was not let in");

        failureOf(signingIn).withMessage("EmotiTune was not let in on Spotify's page: try again, and agree there.");
        assertThat(new TokenFile(home).read()).isEmpty();
    }

    @Test
    void aCodeThatSpotifyDoesNotTakeIsTold() throws Exception {
        spotify.server().answer("/api/token", LocalServer.Reply.json(400, "{\"error\": \"invalid_client\"}"));
        CompletableFuture<Void> signingIn = start(LocalSpotify.CLIENT_ID);

        get(link());

        failureOf(signingIn).withMessageContainingAll("(invalid_client)", "client id");
    }

    @Test
    void whoTakesTooLongIsToldSo() {
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> signIn(LocalSpotify.CLIENT_ID, 0, Duration.ofMillis(50)))
                .withMessage("Nobody signed in within 50 ms: try again.");
    }

    @Test
    void aPortInUseIsTold() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(SignInException.class)
                    .isThrownBy(() -> signIn(LocalSpotify.CLIENT_ID, taken.getLocalPort(), PATIENCE))
                    .withMessageStartingWith("Port %d of this machine is not free", taken.getLocalPort());
        }
    }

    @Test
    void noLineButTheLinkHoldsTheStateAndNoneAToken() throws Exception {
        CompletableFuture<Void> signingIn = start(LocalSpotify.CLIENT_ID);
        URI link = link();
        get(link);
        signingIn.get(20, TimeUnit.SECONDS);

        assertThat(String.join("\n", lines)).doesNotContain("access-", "refresh-", "state=", "verifier");
        assertThat(spotify.server().requests("/api/token"))
                .singleElement()
                .satisfies(request -> assertThat(link.toString()).doesNotContain(verifier(request.body())));
    }

    /** Where the browser is to come back to. */
    private static String callback(URI link) {
        return link.getQuery().replaceFirst(".*redirect_uri=([^&]*).*", "$1");
    }

    private static String verifier(String form) {
        return List.of(form.split("&")).stream()
                .filter(field -> field.startsWith("code_verifier="))
                .map(field -> field.substring("code_verifier=".length()))
                .findFirst()
                .orElseThrow();
    }

    private SpotifyAccount account(String clientId) {
        WebClient client = new WebClient("Spotify", Rig.POLICY, lines::add);
        return new SpotifyAccount(client, spotify.address(), clientId, home, Clock.systemUTC());
    }

    private void signIn(String clientId, int port, Duration patience) {
        new SpotifySignIn(account(clientId), port, patience, lines::add).signIn();
    }

    private CompletableFuture<Void> start(String clientId) {
        return CompletableFuture.runAsync(() -> signIn(clientId, 0, PATIENCE));
    }

    private URI link() throws InterruptedException {
        while (true) {
            String line = lines.take();
            if (line.startsWith("http")) {
                return URI.create(line);
            }
        }
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static ThrowableAssertAlternative<?> failureOf(CompletableFuture<Void> signingIn) {
        return assertThatExceptionOfType(SignInException.class).isThrownBy(() -> {
            try {
                signingIn.get(20, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw e.getCause();
            }
        });
    }
}
