package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogExportTest {
    private static final URI COVER = URI.create("https://i.example.org/1?a=b&c");
    private static final ExportedSong SONG = new ExportedSong(
            new SongFacts("Made00UpX0Y1z2W3v4U5t6", "Sal \"y\" mar\\", "Mapas, Los", 2024, "es", 181000, 0, COVER),
            "Olas",
            "ESA1B2400017",
            Profile.of(Map.of("joy", 0.25, "calm", 1.0), Map.of("sea", 0.1)),
            "embedded");

    @TempDir
    private Path directory;

    @Test
    void aSongIsALineOfAnArray() throws IOException {
        Path file = directory.resolve("songs.json");

        assertThat(CatalogExport.write(file, songs -> {
                    songs.accept(SONG);
                    songs.accept(SONG);
                }))
                .isEqualTo(2);

        String line =
                "{\"name\":\"Sal \\\"y\\\" mar\\\\\",\"artist\":\"Mapas, Los\",\"album\":\"Olas\",\"spotify_track_url\":\"https://open.spotify.com/track/Made00UpX0Y1z2W3v4U5t6\",\"isrc\":\"ESA1B2400017\",\"popularity\":0,\"year\":2024,\"language\":\"es\",\"duration_ms\":181000,\"artwork\":\"https://i.example.org/1?a=b&c\",\"emotions\":{\"calm\":1.0,\"joy\":0.25},\"themes\":{\"sea\":0.1},\"profile_source\":\"embedded\"}";
        assertThat(file).hasContent("[\n" + line + ",\n" + line + "\n]\n");
    }

    @Test
    void whatIsExportedIsImportedAgainAsItWas() {
        Path file = directory.resolve("songs.json");
        List<ExportedSong> songs = new ArrayList<>(List.of(SONG));
        Random random = new Random(4);
        Stream.generate(() -> randomSong(random)).limit(2000).forEach(songs::add);

        CatalogExport.write(file, songs::forEach);
        List<SourceRow> rows = ReadRows.of(file);

        assertThat(ReadRows.refusals(rows)).isEmpty();
        assertThat(ReadRows.songs(rows))
                .containsExactlyElementsOf(
                        songs.stream().map(CatalogExportTest::offered).toList());
    }

    private static OfferedSong offered(ExportedSong song) {
        Terms terms = new Terms(
                weights(song.profile().emotions()), weights(song.profile().themes()));
        SongFacts facts = song.facts();
        SongFacts withoutArtwork = new SongFacts(
                facts.spotifyId(),
                facts.title(),
                facts.artist(),
                facts.year(),
                facts.language(),
                facts.durationMs(),
                facts.popularity());
        String artwork = facts.artwork() == null ? null : facts.artwork().toString();
        return new OfferedSong(withoutArtwork, song.album(), song.isrc(), null, terms, artwork);
    }

    private static Map<String, Double> weights(List<WeightedWord> words) {
        Map<String, Double> weights = new LinkedHashMap<>();
        words.forEach(word -> weights.put(word.word(), word.weight()));
        return weights;
    }

    private static ExportedSong randomSong(Random random) {
        SongFacts facts = new SongFacts(
                maybe(random, () -> letters(random, 22, "abcXYZ0189")),
                text(random),
                maybe(random, () -> text(random)),
                maybe(random, () -> random.nextInt(1900, 2101)),
                maybe(random, () -> random.nextBoolean() ? "es" : "ast"),
                maybe(random, () -> random.nextInt(1, 86_400_000)),
                maybe(random, () -> random.nextInt(101)),
                maybe(random, () -> COVER));
        Profile profile = Profile.of(words(random, random.nextInt(1, 9)), words(random, random.nextInt(5)));
        return new ExportedSong(
                facts, maybe(random, () -> text(random)), maybe(random, () -> "ESA1B2400017"), profile, "file");
    }

    private static <T> @Nullable T maybe(Random random, Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    /** Whatever a title may hold, with letters at both ends. */
    private static String text(Random random) {
        String signs = "aé Ñж歌🎵\"\\,;:{}[]'/\u200D\u00A0\u2028";
        return "a" + letters(random, random.nextInt(60), signs) + "z";
    }

    private static String letters(Random random, int length, String from) {
        int[] signs = from.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, signs.length).forEach(sign -> text.appendCodePoint(signs[sign]));
        return text.toString();
    }

    private static Map<String, Double> words(Random random, int count) {
        Map<String, Double> words = new HashMap<>();
        while (words.size() < count) {
            words.put(letters(random, 6, "abcde"), 1 - random.nextDouble());
        }
        return words;
    }

    @Test
    void anEmptyCatalogIsAnEmptyArray() {
        Path file = directory.resolve("songs.json");

        assertThat(CatalogExport.write(file, songs -> {})).isZero();

        assertThat(ReadRows.of(file)).isEmpty();
    }

    @Test
    void anOldFileStaysUntilTheNewOneIsComplete() throws IOException {
        Path file = Files.writeString(directory.resolve("songs.json"), "old");
        IllegalStateException broken = new IllegalStateException("the database went away");

        assertThatThrownBy(() -> CatalogExport.write(file, songs -> {
                    songs.accept(SONG);
                    throw broken;
                }))
                .isSameAs(broken);

        assertThat(file).hasContent("old");
        assertThat(directory).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void anOldFileIsReplacedAlsoBehindALink() throws IOException {
        Path file = Files.writeString(directory.resolve("songs.json"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), file);

        CatalogExport.write(link, songs -> songs.accept(SONG));

        assertThat(link).isSymbolicLink();
        assertThat(ReadRows.of(file)).hasSize(1);
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThatThrownBy(() -> CatalogExport.write(directory, songs -> {}))
                .isInstanceOf(UnwritableFileException.class)
                .hasMessage(directory + " cannot be written: it is no file.");
        assertThatThrownBy(() -> CatalogExport.write(Path.of("/dev/null"), songs -> {}))
                .isInstanceOf(UnwritableFileException.class)
                .hasMessageContaining("it is no file");
        assertThatThrownBy(() -> CatalogExport.write(directory.resolve("gone/songs.json"), songs -> {}))
                .isInstanceOf(UnwritableFileException.class)
                .hasMessageContaining("songs.json cannot be written: there is no such directory");
    }
}
