package org.emotitune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.emotitune.config.SourceSettings;
import org.emotitune.intake.CatalogSource;
import org.emotitune.intake.SourceRow;
import org.emotitune.intake.UnreadableSourceException;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.LocalSpotify;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A playlist as the operator asks for it, who follows every link at once. */
@Timeout(60)
class WebSourcesTest {
    private static final String ID = "3cEYpjA9oz9GiPac4AsH4n";
    private static final String LINK = "https://open.spotify.com/playlist/" + ID;
    private static final String SIGNED_IN = "EmotiTune is signed in to Spotify.";

    @TempDir
    Path home = Path.of("");

    private final LocalSpotify spotify = new LocalSpotify();
    private final List<String> lines = new ArrayList<>();
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

    @BeforeEach
    void makePlaylist() {
        spotify.playlist(
                ID,
                List.of("{\"item\": {\"id\": \"%022d\", \"name\": \"El Tren\", \"artists\": [{\"name\": \"Nobody\"}]}}"
                        .formatted(7)));
    }

    @AfterEach
    void stop() {
        spotify.close();
        browser.close();
    }

    @Test
    void whoHasNeverSignedInDoesBeforeAnythingIsRead() {
        CatalogSource playlist = playlist(LINK);

        assertThat(lines).first().isEqualTo("Nobody is signed in to Spotify.");
        assertThat(lines).last().isEqualTo(SIGNED_IN);
        assertThat(spotify.server().requests("/authorize")).hasSize(1);
        assertThat(spotify.server().requests("/v1/playlists/%s/items".formatted(ID)))
                .isEmpty();
        assertThat(titles(playlist)).containsExactly("El Tren");
    }

    @Test
    void whoHasSignedInNeedNotDoItAgain() {
        playlist(LINK);
        lines.clear();

        assertThat(titles(playlist(LINK))).containsExactly("El Tren");

        assertThat(lines).isEmpty();
        assertThat(spotify.server().requests("/authorize")).hasSize(1);
    }

    @Test
    void whoHasTakenThePermissionBackIsAskedForItAgain() {
        playlist(LINK);
        spotify.revoke();
        lines.clear();

        assertThat(titles(playlist(LINK))).containsExactly("El Tren");

        assertThat(lines).first().isEqualTo("Spotify no longer accepts the sign-in of EmotiTune (invalid_grant).");
        assertThat(lines).last().isEqualTo(SIGNED_IN);
    }

    @Test
    void aPermissionTakenBackWhileItIsReadEndsTheReadingAndTheNextImportSignsIn() {
        CatalogSource playlist = playlist(LINK);
        spotify.revoke();
        lines.clear();

        assertThatExceptionOfType(UnreadableSourceException.class)
                .isThrownBy(() -> titles(playlist))
                .withMessageEndingWith("sign in again: run the import again.");
        assertThat(lines).isEmpty();

        assertThat(titles(playlist(LINK))).containsExactly("El Tren");
    }

    @Test
    void whoDoesNotAgreeIsToldWhatToDo() {
        spotify.server().answer("/authorize", request -> {
            String back = request.uri().getQuery().replaceFirst(".*redirect_uri=([^&]*).*", "$1");
            String state = request.query().replaceFirst(".*&state=([^&]*).*", "$1");
            return Reply.redirect(back + "?error=access_denied&state=" + state);
        });

        unreadable(LINK).withMessage("EmotiTune was not let in on Spotify's page: try again, and agree there.");

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aServiceThatCannotBeAskedIsNoReasonToSignInAgain() throws IOException {
        playlist(LINK);
        lines.clear();
        spotify.server().answer("/api/token", Reply.tooMany(7200));

        unreadable(LINK).withMessageStartingWith("Spotify asks not to be asked again before");

        assertThat(lines).isEmpty();
        assertThat(Files.readString(home.resolve("spotify-token.json"))).contains("refresh-");
    }

    @Test
    void nobodySignsInForWhatCannotBeReadAnyway() {
        unreadable("https://open.spotify.com/track/" + ID).withMessageContaining("is no link to a Spotify playlist");
        unreadable("https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M").withMessageContaining("made itself");
        assertThatExceptionOfType(UnreadableSourceException.class)
                .isThrownBy(() -> playlist(LINK, null))
                .withMessageContaining("set SPOTIFY_CLIENT_ID");

        assertThat(lines).isEmpty();
        assertThat(spotify.server().requests()).isEmpty();
    }

    private CatalogSource playlist(String link) {
        return playlist(link, LocalSpotify.CLIENT_ID);
    }

    private CatalogSource playlist(String link, @Nullable String clientId) {
        SourceSettings.Spotify settings = new SourceSettings.Spotify(clientId, spotify.address(), spotify.address(), 0);
        return new WebSources(this::hear).playlist(link, settings, home);
    }

    private void hear(String line) {
        lines.add(line);
        if (line.startsWith("http")) {
            follow(URI.create(line));
        }
    }

    private void follow(URI link) {
        try {
            browser.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> titles(CatalogSource playlist) {
        List<String> titles = new ArrayList<>();
        playlist.read(row -> titles.add(((SourceRow.Offered) row).song().facts().title()));
        return titles;
    }

    private ThrowableAssertAlternative<UnreadableSourceException> unreadable(String link) {
        return assertThatExceptionOfType(UnreadableSourceException.class).isThrownBy(() -> playlist(link));
    }
}
