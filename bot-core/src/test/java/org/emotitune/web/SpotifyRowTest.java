package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.emotitune.intake.OfferedSong;
import org.emotitune.intake.SourceRow;
import org.emotitune.song.SongFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One entry of a playlist at a time, in every state that they come in. */
class SpotifyRowTest {
    private static final String ID = "4iV5W9uYEdYUVa79Axb7Rh";
    private static final String SONG = """
            {"type": "track", "id": "4iV5W9uYEdYUVa79Axb7Rh", "name": " Río abajo ",
             "artists": [{"name": "Los Ríos"}, {"name": "Ana"}], "duration_ms": 201000, "popularity": 61,
             "album": {"name": "Agua", "release_date": "1997-05-01",
              "images": [{"url": "https://i.example.org/640", "width": 640}, {"url": "https://i.example.org/300", "width": 300},
                         {"url": "https://i.example.org/64", "width": 64}]}, "external_ids": {"isrc": "es-A01-97-00012"}}""";

    @ParameterizedTest
    @ValueSource(strings = {"item", "track"})
    void allThatIsToldIsTaken(String key) {
        OfferedSong song = offered("{\"%s\": %s, \"is_local\": false}".formatted(key, SONG));

        assertThat(song.facts()).isEqualTo(new SongFacts(ID, "Río abajo", "Los Ríos, Ana", 1997, null, 201000, 61));
        assertThat(song.album()).isEqualTo("Agua");
        assertThat(song.artwork()).isEqualTo("https://i.example.org/300");
        assertThat(song.isrc()).isEqualTo("ESA019700012");
        assertThat(song.lyrics()).isNull();
        assertThat(song.terms()).isNull();
    }

    /** Older servers say "track": true in the newer shape, which is no song. */
    @Test
    void theNewerShapeComesFirst() {
        assertThat(offered("{\"item\": %s, \"track\": true}".formatted(SONG))
                        .facts()
                        .spotifyId())
                .isEqualTo(ID);
    }

    @Test
    void aSongMayHaveATitleAndNothingElse() {
        assertThat(offered("{\"item\": {\"name\": \"x\"}}"))
                .isEqualTo(new OfferedSong(
                        new SongFacts(null, "x", null, null, null, null, null), null, null, null, null));
    }

    @Test
    void aFileOfTheListenersIsTakenByTitleAndArtist() {
        OfferedSong song = offered("""
                {"is_local": true, "item": {"id": null, "is_local": true, "uri": "spotify:local:Ana:::180", "type": "track",
                 "name": "Demo", "artists": [{"name": "Ana"}, {"name": ""}], "album": {"name": "", "release_date": null},
                 "duration_ms": 180000, "popularity": 0, "external_ids": {}}}""");

        assertThat(song.facts()).isEqualTo(new SongFacts(null, "Demo", "Ana", null, null, 180000, 0));
        assertThat(song.album()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "popularity, null", "popularity, -1", "popularity, 101", "popularity, 50.5", "popularity, '\"50\"'",
        "popularity, 99999999999", "duration_ms, 0", "duration_ms, 99999999999", "id, '\"short\"'", "id, 7",
    })
    void whatMakesNoSenseIsUnknown(String field, String value) {
        SongFacts facts = offered("{\"item\": {\"name\": \"x\", \"%s\": %s}}".formatted(field, value))
                .facts();

        assertThat(facts).isEqualTo(new SongFacts(null, "x", null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({"1997, 1997", "1997-05, 1997", "2100-01-01, 2100", "0000, ", "1899-01-01, ", "2101, ", "97, ", "1997x, "
    })
    void theYearIsTheOneOfTheDate(String date, Integer year) {
        assertThat(offered("{\"item\": {\"name\": \"x\", \"album\": {\"release_date\": \"%s\"}}}".formatted(date))
                        .facts()
                        .year())
                .isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "null", "7", "{\"item\": null}", "{\"track\": null, \"added_at\": \"x\"}", "{\"item\": []}"
            })
    void whatIsGoneIsToldByRow(String entry) {
        assertThat(row(entry)).isEqualTo(new SourceRow.Refused(7, "Spotify no longer has what stood here."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"type\": \"episode\"", "\"episode\": true"})
    void anEpisodeIsToldByRow(String mark) {
        assertThat(row("{\"item\": {\"name\": \"Talk\", %s}}".formatted(mark)))
                .isEqualTo(new SourceRow.Refused(7, "'Talk' is an episode of a podcast."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "null", "\"\\u0000\""})
    void aSongWithoutTitleIsToldByRow(String title) {
        assertThat(row("{\"item\": {\"id\": \"%s\", \"name\": %s}}".formatted(ID, title)))
                .isEqualTo(new SourceRow.Refused(7, "The song has no title."));
    }

    @Test
    void namesBeyondAllBoundsDoNoHarm() {
        String many = "{\"name\": \"Nobody in particular\"},".repeat(100) + "{\"name\": \"z\"}";
        OfferedSong song = offered("{\"item\": {\"name\": \"%s\", \"artists\": [%s], \"album\": {\"name\": \"%s\"}}}"
                .formatted("a".repeat(500), many, "b".repeat(501)));

        assertThat(song.facts().artist())
                .startsWith("Nobody in particular, Nobody")
                .hasSizeLessThanOrEqualTo(500);
        assertThat(song.album()).isNull();
        assertThat(row("{\"item\": {\"name\": \"%s\"}}".formatted("a".repeat(501))))
                .isEqualTo(new SourceRow.Refused(7, "The title is too long: " + "a".repeat(60) + "…"));
    }

    @Test
    void controlCharactersAreNoPartOfNames() {
        assertThat(offered("{\"item\": {\"name\": \"a\\u0000b\\n\"}}").facts().title())
                .isEqualTo("a b");
    }

    private static SourceRow row(String entry) {
        try {
            return SpotifyRow.of(7, new ObjectMapper().readTree(entry));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static OfferedSong offered(String entry) {
        return ((SourceRow.Offered) row(entry)).song();
    }
}
