package org.emotitune.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SongFactsTest {
    private static final String TRACK = "6Vc5wAMmXdKIAM7WUoEb7N";

    @Test
    void aSongWithATrackIdLinksToItsPage() {
        SongFacts song = song(TRACK, "Say Something", "A Great Big World", 78);

        String link = song.link().toString();

        assertThat(link).isEqualTo("https://open.spotify.com/track/" + TRACK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            La Flaca       | Jarabe de Palo | La%20Flaca%20Jarabe%20de%20Palo
            Corazón Partío | Alejandro Sanz | Coraz%C3%B3n%20Part%C3%ADo%20Alejandro%20Sanz
            What's Up?     | 4 Non Blondes  | What%27s%20Up%3F%204%20Non%20Blondes
            Thunderstruck  | AC/DC          | Thunderstruck%20AC%2FDC
            50% + "more"   | #1 & Co        | 50%25%20%2B%20%22more%22%20%231%20%26%20Co
            """)
    void aSongWithoutATrackIdLinksToASearchForIt(String title, String artist, String query) {
        SongFacts song = song(null, title, artist, 78);

        String link = song.link().toString();

        assertThat(link).isEqualTo("https://open.spotify.com/search/" + query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6Vc5wAMmXdKIAM7WUoEb7", "6Vc5wAMmXdKIAM7WUoEb7N1", "6Vc5wAMmXdKIAM7WUoEb7/"})
    void anIdThatIsNoTrackIdIsRefusedByName(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> song(id, "Title", "Artist", 1))
                .withMessageContaining("'" + id + "'");
    }

    @ParameterizedTest
    @CsvSource({"'', Artist", "'  ', Artist", "Title, ''", "Title, '\t'"})
    void neitherTitleNorArtistIsBlank(String title, String artist) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> song(null, title, artist, 1))
                .withMessageContaining("a title or an artist is blank");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void popularityBeyondSpotifysScaleIsRefused(int popularity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> song(null, "Title", "Artist", popularity))
                .withMessageContaining(String.valueOf(popularity));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void theEndsOfSpotifysScaleAreAllowed(int popularity) {
        SongFacts song = song(null, "Title", "Artist", popularity);

        assertThat(song.popularity()).isEqualTo(popularity);
    }

    @Test
    void anUnknownPopularityStaysUnknown() {
        SongFacts song = song(null, "Title", "Artist", null);

        assertThat(song.popularity()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://i.scdn.co/image/ab67616d00001e02",
                "https://covers.example.org:8443/a/b.jpg?size=300&x=%20#y"
            })
    void aPictureHasAnAddressThatCanBeFetched(String address) {
        assertThat(SongFacts.isArtwork(address)).isTrue();
        assertThat(pictured(address).artwork()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cover.jpg",
                "http://i.example.org/1",
                "ftp://i.example.org/1",
                "https://",
                "https:///1",
                "https://i.example.org",
                "https://someone@i.example.org/1",
                "https://i.example.org/a b",
                "https://i.example.org/%",
                "https://i.example.org/é",
                "https://i.example.org/\n",
                "data:image/png;base64,AAAA",
                "javascript:alert(1)"
            })
    void otherAddressesAreNone(String address) {
        assertThat(SongFacts.isArtwork(address)).isFalse();
    }

    @Test
    void anAddressOfAPictureIsNotLong() {
        String longest = "https://i.example.org/" + "x".repeat(490);

        assertThat(SongFacts.isArtwork(longest)).isTrue();
        assertThat(SongFacts.isArtwork(longest + "x")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pictured(longest + "x"))
                .withMessageContaining("no address of a picture");
    }

    private static SongFacts pictured(String address) {
        return new SongFacts(null, "Title", null, null, null, null, null, URI.create(address));
    }

    private static SongFacts song(@Nullable String id, String title, String artist, @Nullable Integer popularity) {
        return new SongFacts(id, title, artist, null, null, null, popularity);
    }
}
