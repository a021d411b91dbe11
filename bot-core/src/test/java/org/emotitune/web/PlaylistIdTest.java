package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistIdTest {
    private static final String ID = "3cEYpjA9oz9GiPac4AsH4n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ID,
                "  " + ID + "\n",
                "https://open.spotify.com/playlist/" + ID,
                "https://open.spotify.com/playlist/" + ID + "?si=0123456789abcdef&pi=x",
                "https://open.spotify.com/playlist/" + ID + "/#top",
                "http://open.spotify.com/intl-es/playlist/" + ID,
                "https://open.spotify.com/embed/playlist/" + ID,
                "https://open.spotify.com/user/somebody/playlist/" + ID,
                "open.spotify.com/playlist/" + ID,
                "HTTPS://Open.Spotify.com/playlist/" + ID,
                "spotify:playlist:" + ID,
                "spotify:user:somebody:playlist:" + ID
            })
    void everyWayToNameAPlaylistIsUnderstood(String named) {
        assertThat(PlaylistId.parse(named)).isEqualTo(new PlaylistId(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "My summer",
                "3cEYpjA9oz9GiPac4AsH4",
                "3cEYpjA9oz9GiPac4AsH4nn",
                "3cEYpjA9oz9GiPac4AsH4-",
                "https://open.spotify.com/track/" + ID,
                "https://open.spotify.com/playlist/" + ID + "n",
                "https://example.org/playlist/" + ID,
                "https://example.org/?x=https://open.spotify.com/playlist/" + ID,
                "spotify:album:" + ID
            })
    void anythingElseIsRefusedWithASentence(String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlaylistId.parse(named))
                .withMessageContainingAll("'" + named + "'", "https://open.spotify.com/playlist/");
    }
}
