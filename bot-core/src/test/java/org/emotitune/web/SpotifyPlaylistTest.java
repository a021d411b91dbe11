package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalServer.Reply;
import org.junit.jupiter.api.Test;

/** Pages, waits and tokens. */
class SpotifyPlaylistTest extends SpotifyPlaylistCase {
    @Test
    void allPagesAreRead() {
        spotify.playlist(ID, songs("item", 230));

        read(ID);

        assertSongs(230);
        assertThat(spotify.server().requests(ITEMS)).hasSize(5);
        assertThat(spotify.server().requests("/api/token")).hasSize(1);
    }

    @Test
    void theOlderShapeIsReadToo() {
        spotify.oldPlaylist(ID, songs("track", 120));

        read(ID);

        assertSongs(120);
        assertThat(spotify.server().requests(ITEMS)).hasSize(1);
        assertThat(spotify.server().requests(TRACKS)).hasSize(3);
    }

    @Test
    void anEmptyPlaylistHasNoRows() {
        spotify.playlist(ID, List.of());

        read(ID);

        assertThat(rows).isEmpty();
    }

    @Test
    void aWaitInTheMiddleIsKeptAndTold() {
        spotify.playlist(ID, songs("item", 120));
        onSong(60, () -> spotify.trouble(Reply.tooMany(7)));

        assertSongs(120);
        assertThat(rig.slept).containsExactly(Duration.ofSeconds(7));
        assertThat(rig.told).containsExactly("Spotify asks to wait 7 s.");
    }

    @Test
    void aTokenThatEndsInTheMiddleIsReplacedAndKept() {
        spotify.playlist(ID, songs("item", 120));
        onSong(60, spotify::endAccess);

        assertSongs(120);
        assertThat(spotify.server().requests("/api/token")).hasSize(2);
        rows.clear();
        read(ID);
        assertSongs(120);
    }

    @Test
    void aTokenIsReplacedBeforeItsTimeIsOver() {
        spotify.playlist(ID, songs("item", 120));
        onSong(60, () -> rig.clock.advance(Duration.ofMinutes(59).plusSeconds(1)));

        assertSongs(120);
        assertThat(spotify.server().requests("/api/token")).hasSize(2);
        assertThat(spotify.server().requests(ITEMS)).hasSize(3);
    }

    @Test
    void aTokenThatAnotherProcessHasReplacedIsReadAgain() {
        spotify.playlist(ID, songs("item", 60));
        spotify.revoke();
        spotify.server().answer("/api/token", new LateNews());

        read(ID);

        assertSongs(60);
    }

    /** Refuses the token of the file, and has another process put a better one there meanwhile. */
    private final class LateNews implements Function<LocalServer.Request, Reply> {
        @Override
        public Reply apply(LocalServer.Request request) {
            if (request.body().contains("newer")) {
                return Reply.json("{\"access_token\": \"%s\"}".formatted(spotify.accessToken()));
            }
            new TokenFile(home).write("newer");
            return Reply.json(400, "{\"error\": \"invalid_grant\"}");
        }
    }

    /** The next page is told by whoever answers, and the token goes with the question. */
    @Test
    void aNextPageElsewhereGetsNoToken() {
        try (LocalServer elsewhere = new LocalServer()) {
            String next = "\"next\": \"%s\"".formatted(elsewhere.at(ITEMS));
            spotify.server()
                    .answer(
                            ITEMS,
                            request -> Reply.json(
                                    request.query().contains("offset=0")
                                            ? "{\"items\": [%s], %s}"
                                                    .formatted(String.join(",", songs("item", 2)), next)
                                            : "{\"items\": [%s]}"
                                                    .formatted(songs("item", 3).get(2))));

            read(ID);

            assertSongs(3);
            assertThat(elsewhere.requests()).isEmpty();
            assertThat(spotify.server().requests(ITEMS).getLast().query()).isEqualTo("limit=50&offset=2");
        }
    }
}
