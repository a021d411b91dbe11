package org.emotitune.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.song.MatchKey;
import org.emotitune.song.SongFacts;
import org.junit.jupiter.api.Test;

class StarterCatalogTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final List<CatalogEntry> SONGS = StarterCatalog.load(VOCABULARY);
    private static final Coverage COVERAGE = new Coverage(SONGS, VOCABULARY);

    @Test
    void hasAtLeast320Songs() {
        assertThat(SONGS).hasSizeGreaterThanOrEqualTo(320);
    }

    @Test
    void nearlyHalfIsSungInSpanish() {
        assertThat(share(COVERAGE.sungIn("es"))).isGreaterThanOrEqualTo(0.45);
    }

    @Test
    void mostSongsHaveATrackId() {
        long known = facts().stream()
                .map(SongFacts::spotifyId)
                .filter(Objects::nonNull)
                .count();

        assertThat(share(known)).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void everySongTellsItsYearAndLanguage() {
        assertThat(facts()).isNotEmpty().allSatisfy(song -> {
            assertThat(song.year()).isBetween(1920, 2026);
            assertThat(song.language()).matches("[a-z]{2}");
        });
    }

    @Test
    void everyEmotionWordHasThreeSongs() {
        assertThat(COVERAGE.emotions())
                .hasSize(VOCABULARY.emotions().size())
                .allSatisfy((word, songs) -> assertThat(songs).as(word).isGreaterThanOrEqualTo(3));
    }

    @Test
    void everyThemeHasFiveSongs() {
        assertThat(COVERAGE.themes())
                .hasSize(VOCABULARY.themes().size())
                .allSatisfy((theme, songs) -> assertThat(songs).as(theme).isGreaterThanOrEqualTo(5));
    }

    @Test
    void everyQuadrantOfValenceAndArousalHasFiftySongs() {
        assertThat(COVERAGE.quadrants())
                .hasSize(4)
                .allSatisfy((quadrant, songs) -> assertThat(songs).as(quadrant).isGreaterThanOrEqualTo(50));
    }

    @Test
    void everyDecadeFromThe1950sOnIsThere() {
        assertThat(COVERAGE.decades())
                .containsKeys("1950s", "1960s", "1970s", "1980s", "1990s", "2000s", "2010s", "2020s");
    }

    @Test
    void everySongHasEightEmotionsAndOneToFourThemes() {
        assertThat(SONGS).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.profile().emotions()).as(entry.song().title()).hasSize(8);
            assertThat(entry.profile().themes()).as(entry.song().title()).hasSizeBetween(1, 4);
        });
    }

    @Test
    void emotionsAndThemesComeStrongestFirst() {
        Comparator<WeightedWord> strongestFirst =
                Comparator.comparingDouble(WeightedWord::weight).reversed();

        assertThat(SONGS).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.profile().emotions()).isSortedAccordingTo(strongestFirst);
            assertThat(entry.profile().themes()).isSortedAccordingTo(strongestFirst);
        });
    }

    @Test
    void noTrackIdStandsTwice() {
        List<String> ids = facts().stream()
                .map(SongFacts::spotifyId)
                .filter(Objects::nonNull)
                .toList();

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void noSongStandsTwice() {
        Map<String, List<SongFacts>> byKey =
                facts().stream().collect(Collectors.groupingBy(song -> MatchKey.of(song.title(), song.artist())));

        assertThat(byKey.values())
                .isNotEmpty()
                .allSatisfy(same -> assertThat(same).hasSize(1));
    }

    @Test
    void theProfilesAreNotCopiesOfEachOther() {
        long distinct = SONGS.stream().map(CatalogEntry::profile).distinct().count();

        assertThat(distinct).isEqualTo(SONGS.size());
    }

    @Test
    void theDigestIsTheSameEachTime() {
        assertThat(StarterCatalog.digest()).hasSize(64).isEqualTo(StarterCatalog.digest());
    }

    private static List<SongFacts> facts() {
        return SONGS.stream().map(CatalogEntry::song).toList();
    }

    private static double share(long songs) {
        return (double) songs / SONGS.size();
    }
}
