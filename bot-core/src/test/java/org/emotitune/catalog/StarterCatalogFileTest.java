package org.emotitune.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.emotitune.emotion.BrokenResourceException;
import org.emotitune.emotion.Resources;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StarterCatalogFileTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final Set<String> FIELDS = Set.of(
            "name",
            "artist",
            "spotify_track_url",
            "popularity",
            "year",
            "language",
            "duration_ms",
            "emotions",
            "themes");
    private static final String GOOD = """
            {"name": "Good", "artist": "Somebody", "emotions": {"joy": 1}, "themes": {"party": 1}}""";

    @Test
    void holdsNoLyricsNorAnythingElseThanFactsAndProfiles() throws IOException {
        JsonNode songs = file();

        assertThat(songs).hasSizeGreaterThan(300);
        assertThat(songs).allSatisfy(song -> assertThat(FIELDS).containsAll(names(song)));
    }

    @Test
    void writesEmotionsStrongestFirst() throws IOException {
        JsonNode songs = file();

        assertThat(songs).hasSizeGreaterThan(300).allSatisfy(song -> {
            assertThat(falling(song.get("emotions"))).as(song.toString()).isTrue();
            assertThat(falling(song.get("themes"))).as(song.toString()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "Bad", "artist": "B", "emotions": {"joy": 1 "love": 1}, "themes": {}}          | line 3
            {"name": "Bad", "artist": "B", "emotions": {"joy": "much"}, "themes": {}}               | line 3
            {"name": "Bad", "artist": "B", "emotions": {"joy": 1}, "themes": {}, "lyrics": "la la"} | lyrics
            {"name": "Bad", "artist": "B", "emotions": {"jooy": 1}, "themes": {}}                   | 'jooy'
            {"name": "Bad", "artist": "B", "emotions": {"joy": 1}, "themes": {"partty": 1}}         | 'partty'
            {"name": "Bad", "artist": "B", "emotions": {"joy": 0}, "themes": {}}                    | joy
            {"name": "Bad", "artist": "B", "emotions": {"joy": null}, "themes": {}}                 | emotions
            {"name": "Bad", "artist": "B", "emotions": {}, "themes": {}}                            | emotions
            {"name": "Bad", "artist": "B", "themes": {}}                                            | emotions
            {"name": "Bad", "artist": "B", "emotions": {"joy": 1}}                                  | themes
            {"name": "Bad", "emotions": {"joy": 1}, "themes": {}}                                   | artist
            {"artist": "B", "emotions": {"joy": 1}, "themes": {}}                                   | name
            {"name": "Bad", "artist": "B", "popularity": 101, "emotions": {"joy": 1}, "themes": {}} | 101
            """)
    void aBrokenSongIsToldWithFileLineAndReason(String broken, String reason) {
        String json = "[\n%s,\n%s,\n%s\n]\n".formatted(GOOD, broken, GOOD);

        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> entries(json))
                .withMessageContaining("starter-catalog.json, line 3: ")
                .withMessageContaining(reason);
    }

    @Test
    void aFileThatWasCutOffIsToldWithFileAndLine() {
        String json = "[\n%s,\n%s".formatted(GOOD, GOOD.substring(0, 40));

        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> entries(json))
                .withMessageContaining("starter-catalog.json, line 3: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[\n]\n"})
    void aFileWithoutSongsIsBroken(String json) {
        assertThatExceptionOfType(BrokenResourceException.class)
                .isThrownBy(() -> entries(json))
                .withMessageContaining("starter-catalog.json holds no songs");
    }

    @Test
    void readsSongsInTheOrderOfTheFile() throws IOException {
        String json = "[\n%s,\n%s\n]".formatted(GOOD, GOOD.replace("Good", "Better"));

        List<CatalogEntry> entries = entries(json);

        assertThat(entries).extracting(entry -> entry.song().title()).containsExactly("Good", "Better");
    }

    private static List<CatalogEntry> entries(String json) throws IOException {
        return StarterCatalog.entries(new StringReader(json), VOCABULARY);
    }

    private static JsonNode file() throws IOException {
        try (Reader reader = new BufferedReader(Resources.reader(StarterCatalog.class, StarterCatalog.FILE))) {
            return JsonMapper.builder().build().readTree(reader);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean falling(JsonNode weights) {
        double last = 1;
        for (JsonNode weight : weights) {
            if (weight.asDouble() > last) {
                return false;
            }
            last = weight.asDouble();
        }
        return !weights.isEmpty();
    }
}
