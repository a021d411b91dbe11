package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.emotitune.intake.SourceRow;
import org.emotitune.intake.UnreadableSourceException;
import org.emotitune.testing.LocalSpotify;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A playlist on a server that speaks Spotify's API, and an operator who has signed in. */
abstract class SpotifyPlaylistCase {
    static final String ID = "3cEYpjA9oz9GiPac4AsH4n";
    static final String ITEMS = "/v1/playlists/%s/items".formatted(ID);
    static final String TRACKS = "/v1/playlists/%s/tracks".formatted(ID);

    @TempDir
    Path home = Path.of("");

    final LocalSpotify spotify = new LocalSpotify();
    final Rig rig = new Rig();
    final List<SourceRow> rows = new ArrayList<>();

    @BeforeEach
    void signIn() {
        new TokenFile(home).write(spotify.refreshToken());
    }

    @AfterEach
    void stop() {
        spotify.close();
    }

    static List<String> songs(String key, int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        "{\"%s\": {\"id\": \"%022d\", \"name\": \"Song %d\", \"artists\": [{\"name\": \"Nobody\"}]}}"
                                .formatted(key, number, number))
                .toList();
    }

    void assertSongs(int count) {
        assertThat(rows).hasSize(count);
        for (int index = 0; index < count; index++) {
            SourceRow.Offered row = (SourceRow.Offered) rows.get(index);
            assertThat(row.number()).isEqualTo(index + 1L);
            assertThat(row.song().facts().title()).isEqualTo("Song " + index);
            assertThat(row.song().facts().spotifyId()).isEqualTo("%022d".formatted(index));
        }
    }

    SpotifyPlaylist playlist(String id) {
        SpotifyAccount account =
                new SpotifyAccount(rig.client, spotify.address(), LocalSpotify.CLIENT_ID, home, rig.clock);
        return new SpotifyPlaylist(rig.client, spotify.address(), account, new PlaylistId(id));
    }

    void read(String id) {
        playlist(id).read(rows::add);
    }

    /** Reads all, and lets something happen while this song is told. */
    void onSong(long number, Runnable event) {
        read(playlist(ID), number, event);
    }

    void read(SpotifyPlaylist playlist, long number, Runnable event) {
        playlist.read(row -> {
            rows.add(row);
            if (row.number() == number) {
                event.run();
            }
        });
    }

    ThrowableAssertAlternative<UnreadableSourceException> unreadable(String id) {
        return assertThatExceptionOfType(UnreadableSourceException.class).isThrownBy(() -> read(id));
    }

    ThrowableAssertAlternative<UnreadableSourceException> unreadable(
            SpotifyPlaylist playlist, long number, Runnable event) {
        return assertThatExceptionOfType(UnreadableSourceException.class)
                .isThrownBy(() -> read(playlist, number, event));
    }
}
