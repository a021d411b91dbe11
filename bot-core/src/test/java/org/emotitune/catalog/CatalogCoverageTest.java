package org.emotitune.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.song.MatchKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether the starter catalog has something for everybody; prints what it has. */
class CatalogCoverageTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final List<CatalogEntry> SONGS = StarterCatalog.load(VOCABULARY);
    private static List<Feeling> feelings = List.of();

    @BeforeAll
    static void readFeelings() throws IOException {
        feelings = Feeling.all();
    }

    @AfterAll
    static void printCoverage() {
        Coverage coverage = new Coverage(SONGS, VOCABULARY);
        Map<String, Long> found = new TreeMap<>();
        feelings.forEach(feeling -> found.put(feeling.name(), songs(feeling)));
        System.out.printf("Coverage of the starter catalog, %d songs%n", SONGS.size());
        print("decade", coverage.decades());
        print("quadrant", coverage.quadrants());
        print("theme", coverage.themes());
        print("emotion", coverage.emotions());
        print("feeling", found);
    }

    @Test
    void thirtyFeelingsAreLookedFor() {
        assertThat(feelings).extracting(Feeling::name).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void everyFeelingIsWrittenInBothLanguages() {
        assertThat(feelings).isNotEmpty().allSatisfy(feeling -> {
            assertThat(feeling.spanish()).isNotBlank();
            assertThat(feeling.english()).isNotBlank().isNotEqualTo(feeling.spanish());
        });
    }

    @Test
    void everyFeelingHasEightSongsOfTheCatalog() {
        assertThat(feelings)
                .isNotEmpty()
                .allSatisfy(
                        feeling -> assertThat(songs(feeling)).as(feeling.name()).isGreaterThanOrEqualTo(8));
    }

    @Test
    void everySongOfAFeelingIsInTheCatalog() {
        Set<String> known = keys();

        assertThat(feelings)
                .isNotEmpty()
                .allSatisfy(feeling -> assertThat(known).as(feeling.name()).containsAll(feeling.songs()));
    }

    private static long songs(Feeling feeling) {
        Set<String> known = keys();
        return feeling.songs().stream().distinct().filter(known::contains).count();
    }

    private static Set<String> keys() {
        return SONGS.stream()
                .map(entry -> MatchKey.of(entry.song().title(), entry.song().artist()))
                .collect(Collectors.toSet());
    }

    private static void print(String what, Map<String, Long> songs) {
        String list = songs.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        System.out.printf("  songs by %s (%d): %s%n", what, songs.size(), list);
    }
}
