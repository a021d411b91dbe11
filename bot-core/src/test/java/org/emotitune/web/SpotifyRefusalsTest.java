package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.LocalSpotify;
import org.junit.jupiter.api.Test;

/** What cannot be read is told in one sentence, with what to do. */
class SpotifyRefusalsTest extends SpotifyPlaylistCase {
    @Test
    void aRevokedSignInIsToldAndWhatWasReadIsKept() {
        spotify.playlist(ID, songs("item", 120));
        SpotifyPlaylist playlist = playlist(ID);

        unreadable(playlist, 60, spotify::revoke)
                .withMessage(
                        "Spotify no longer accepts the sign-in of EmotiTune (invalid_grant). To sign in again: run the import again.");

        assertSongs(100);
    }

    @Test
    void aTokenThatIsNeverAcceptedIsToldAfterOneMoreTry() {
        spotify.playlist(ID, songs("item", 1));
        spotify.trouble(LocalSpotify.error(401, "no"), LocalSpotify.error(401, "no"), LocalSpotify.error(401, "no"));

        unreadable(ID).withMessageContaining("refuses the sign-in").withMessageContaining("delete spotify-token.json");

        assertThat(spotify.server().requests(ITEMS)).hasSize(2);
    }

    @Test
    void whoHasNotSignedInIsToldSo() {
        Path nobody = home.resolve("nobody");
        SpotifyAccount account =
                new SpotifyAccount(rig.client, spotify.address(), LocalSpotify.CLIENT_ID, nobody, rig.clock);

        unreadable(new SpotifyPlaylist(rig.client, spotify.address(), account, new PlaylistId(ID)), -1, () -> {})
                .withMessage("Nobody is signed in to Spotify. To sign in again: run the import again.");
    }

    @Test
    void aPlaylistOfSomebodyElseIsTold() {
        spotify.server().answer(ITEMS, LocalSpotify.error(403, "Forbidden"));

        unreadable(ID)
                .withMessage(
                        "Spotify lets you read only playlists that you own or work on (not https://open.spotify.com/playlist/%s): copy its songs into a playlist of your own, and import that.",
                        ID);
    }

    @Test
    void aPlaylistThatIsNotThereIsTold() {
        spotify.server().answer(ITEMS, LocalSpotify.error(404, "Not found"));
        spotify.server().answer(TRACKS, LocalSpotify.error(403, "Forbidden"));

        unreadable(ID).withMessageContainingAll("has no playlist", ID, "see whether the link is right");
    }

    @Test
    void aPlaylistThatSpotifyHasMadeIsNotEvenAskedFor() {
        unreadable("37i9dQZF1DXcBWIGoYBM5M").withMessageContainingAll("made itself", "copy its songs");

        assertThat(spotify.server().requests()).isEmpty();
    }

    @Test
    void anyOtherAnswerIsTold() {
        spotify.server().answer(ITEMS, Reply.json("{\"name\": \"no list\"}"));
        unreadable(ID).withMessageStartingWith("Spotify answered 200, and no songs");

        spotify.server().answer(ITEMS, Reply.status(500));
        unreadable(ID).withMessageStartingWith("Spotify answered 500 (");
    }

    @Test
    void pagesInACircleEnd() {
        spotify.server()
                .answer(
                        ITEMS,
                        Reply.json("{\"items\": [%s], \"next\": \"%s?limit=50&offset=0\"}"
                                .formatted(
                                        songs("item", 1).getFirst(),
                                        spotify.server().at(ITEMS))));

        unreadable(ID).withMessageContaining("again and again");
    }
}
