package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotitune.catalog.StarterCatalog;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFieldsTest {
    private static final String ID = "Made00UpX0Y1z2W3v4U5t6";

    @TempDir
    private Path directory;

    @Test
    void theArticlesRecordsAreSongsWithoutArtist() {
        List<SourceRow> rows = ReadRows.of(ReadRows.resource("article-form.json"));

        assertThat(ReadRows.refusals(rows)).isEmpty();
        List<OfferedSong> songs = ReadRows.songs(rows);
        assertThat(songs).hasSize(12).allMatch(song -> song.facts().artist() == null);
        assertThat(songs.getFirst().facts())
                .isEqualTo(new SongFacts("Inv01abcDEF123ghiJKL45", "Las Horas Prestadas", null, 2024, null, null, 66));
        assertThat(songs).extracting(song -> song.facts().popularity()).startsWith(66, 58, 71, null, 49, 0);
    }

    @Test
    void theArticlesLyricsStayAsTheyAre() {
        List<OfferedSong> songs = ReadRows.songs(ReadRows.of(ReadRows.resource("article-form.json")));

        assertThat(songs)
                .allSatisfy(song -> assertThat(song.lyrics())
                        .contains("You might also like", "\u0435")
                        .endsWith("Embed")
                        .doesNotContain("\n"));
    }

    @Test
    void theArticlesListOfEmotionsWeighsTheSame() {
        List<OfferedSong> songs = ReadRows.songs(ReadRows.of(ReadRows.resource("article-form.json")));

        assertThat(songs.get(0).terms()).isNull();
        assertThat(Objects.requireNonNull(songs.get(2).terms()).emotions())
                .hasToString(
                        "{freedom=1.0, joy=1.0, excitement=1.0, unity=1.0, adventure=1.0, pride=1.0, love=1.0, energy=1.0}");
    }

    @Test
    void theStarterCatalogsOwnFileCanBeImported() throws Exception {
        Path starter = Files.copy(
                Path.of(Objects.requireNonNull(StarterCatalog.class.getResource("starter-catalog.json"))
                        .toURI()),
                directory.resolve("starter"));

        List<SourceRow> rows = ReadRows.of(starter);

        long lines = Files.readAllLines(starter).stream()
                .filter(line -> line.startsWith("{"))
                .count();
        assertThat(ReadRows.refusals(rows)).isEmpty();
        assertThat(ReadRows.songs(rows).stream()
                        .filter(song -> song.terms() != null)
                        .count())
                .isEqualTo(lines)
                .isPositive();
    }

    @Test
    void everyFieldOfOurOwnIsRead() {
        OfferedSong song = ReadRows.only(directory, """
                {"name": " Sal ", "artist": "Los Mapas", "album": "Olas", "isrc": "es-a1b-24-00017", "year": 2020,
                 "release_date": "2024-05", "language": "spa", "duration_ms": 181000, "popularity": "7.0",
                 "spotify_id": "%s", "lyrics": " la la ", "emotions": {"joy": 0.5, "calm": 1}, "themes": ["sea 0.25"],
                 "unknown": {"a": [1, {"b": null}]}}
                """.formatted(ID));

        assertThat(song)
                .isEqualTo(new OfferedSong(
                        new SongFacts(ID, "Sal", "Los Mapas", 2020, "es", 181000, 7),
                        "Olas",
                        "ESA1B2400017",
                        " la la ",
                        new Terms(Map.of("joy", 0.5, "calm", 1.0), Map.of("sea", 0.25))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "artwork": " https://a.b/1 "                                                   | https://a.b/1
            "images": [{"url": "https://a.b/640", "width": 640}, {"url": "https://a.b/300", "width": 300}, {"url": "https://a.b/64", "width": 64}] | https://a.b/300
            "album.images": [{"url": "https://a.b/1"}]                                     | https://a.b/1
            "album": {"name": "Olas", "images": [{"url": "https://a.b/1", "width": 64}]}   | https://a.b/1
            "album": {"images": [{"url": "https://a.b/1"}]}                                | https://a.b/1
            "album": {"name": "Olas", "images": []}                                        |
            "album": "Olas"                                                                |
            "artwork": ""                                                                  |
            "artwork": []                                                                  |
            "artwork": 7                                                                   | 7
            "artwork": [1]                                                                 | [1]
            """)
    void thePictureMayStandWhereSpotifyHasIt(String fields, @Nullable String artwork) {
        OfferedSong song = ReadRows.only(directory, "{\"name\": \"A\", " + fields + "}");

        assertThat(song.artwork()).isEqualTo(artwork);
        assertThat(song.album()).isEqualTo(fields.contains("Olas") ? "Olas" : null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sadness, grief                       | sadness=1.0, grief=1.0
            sadness 0.9, grief 0.7               | sadness=0.9, grief=0.7
            sadness: .9; grief=0.7;              | sadness=0.9, grief=0.7
            mixed feelings 0.4, joy, joy 0.2     | mixed feelings=0.4, joy=1.0
            route 66                             | route=66
            """)
    void aListOfWordsMayHaveWeights(String written, String expected) {
        List<SourceRow> rows = ReadRows.of(directory, "{\"name\": \"A\", \"emotions\": \"" + written + "\"}");

        if (expected.equals("route=66")) {
            assertThat(ReadRows.refusals(rows))
                    .containsExactly("1\temotions: the weight of 'route' is not above 0 and up to 1: 66");
        } else {
            Terms terms = Objects.requireNonNull(ReadRows.songs(rows).getFirst().terms());
            assertThat(terms.emotions()).hasToString("{" + expected + "}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Made00UpX0Y1z2W3v4U5t6",
        "spotify:track:Made00UpX0Y1z2W3v4U5t6",
        "https://open.spotify.com/track/Made00UpX0Y1z2W3v4U5t6",
        "https://open.spotify.com/track/Made00UpX0Y1z2W3v4U5t6?si=1f&utm_source=copy-link",
        "https://open.spotify.com/intl-es/track/Made00UpX0Y1z2W3v4U5t6?si=1f",
        "https://open.spotify.com/intl-pt-BR/track/Made00UpX0Y1z2W3v4U5t6/",
        "open.spotify.com/track/Made00UpX0Y1z2W3v4U5t6",
        "http://open.spotify.com/embed/track/Made00UpX0Y1z2W3v4U5t6#play",
        "https://api.spotify.com/v1/tracks/Made00UpX0Y1z2W3v4U5t6"
    })
    void everyFormOfALinkNamesTheSameTrack(String link) {
        OfferedSong song = ReadRows.only(directory, "{\"name\": \"A\", \"uri\": \"%s\"}".formatted(link));

        assertThat(song.facts().spotifyId()).isEqualTo(ID);
    }

    @ParameterizedTest
    @CsvSource({
        "https://open.spotify.com.example.org/track/Made00UpX0Y1z2W3v4U5t6",
        "https://example.org/https://open.spotify.com/track/Made00UpX0Y1z2W3v4U5t6",
        "spotify:track:Made00UpX0Y1z2W3v4U5t66",
        "spotify:track:Made00UpX0Y1z2W3v4U5t",
        "spotify:track:",
        "Made00UpX0Y1z2W3v4U5ñ6"
    })
    void whatIsNoTrackIsRefused(String link) {
        List<SourceRow> rows = ReadRows.of(directory, "{\"name\": \"A\", \"uri\": \"%s\"}".formatted(link));

        assertThat(ReadRows.refusals(rows))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("1\turi names no Spotify track: '");
    }
}
