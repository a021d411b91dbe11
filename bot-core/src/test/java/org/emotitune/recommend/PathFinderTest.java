package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.catalog.StarterCatalog;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.song.SongFacts;
import org.emotitune.testing.SeededEmbeddings;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a path depends on beside the moods, on the starter catalog and changes of it. */
class PathFinderTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final PathFinder FINDER = new PathFinder(VOCABULARY);
    private static final MoodSpace SPACE =
            new MoodSpace(VOCABULARY, new SeededEmbeddings("seeded"), MoodSpace.Settings.DEFAULT);
    private static final List<CatalogEntry> CATALOG = StarterCatalog.load(VOCABULARY);

    private static final Profile GRIEF =
            TestProfiles.of(List.of("grief", "sadness", "missing"), List.of("death-of-loved-one"));
    private static final Profile NOSTALGIA = TestProfiles.feeling("nostalgia", "bittersweetness");

    @Test
    void aFarWayHasMoreSongsThanANearOne() {
        assertThat(path(NOSTALGIA, CATALOG)).hasSize(3);
        assertThat(path(GRIEF, CATALOG)).hasSizeGreaterThan(3);
    }

    @Test
    void theSameFeelingHasTheSamePath() {
        assertThat(path(GRIEF, CATALOG)).isEqualTo(path(GRIEF, CATALOG));
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfTheSearchResultsDoesNotMatter(Aim aim) {
        List<CatalogEntry> twins =
                Stream.concat(CATALOG.stream(), CATALOG.stream()).toList();
        PathFinder.Search search = new ExactSearch(SPACE, twins);
        Profile distress = TestProfiles.feeling("anxiety", "sadness");

        Optional<MoodPath> backwards = FINDER.find(
                distress, aim, (query, k) -> search.nearest(query, k).reversed());

        assertThat(backwards).isEqualTo(FINDER.find(distress, aim, search));
    }

    @Test
    void aMatchHasNoPath() {
        assertThat(FINDER.find(GRIEF, Aim.MATCH, new ExactSearch(SPACE, CATALOG)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void withoutSongsThereIsNoPath(Aim aim) {
        assertThat(FINDER.find(TestProfiles.feeling("fear"), aim, (query, k) -> List.of()))
                .isEmpty();
    }

    @Test
    void songsThatTheSearchDoesNotFindAreNotOnThePath() {
        List<String> first = titles(path(GRIEF, CATALOG));

        List<CatalogEntry> others = CATALOG.stream()
                .filter(entry -> !first.contains(entry.song().title()))
                .toList();

        assertThat(titles(path(GRIEF, others))).isNotEmpty().doesNotContainAnyElementsOf(first);
    }

    @Test
    void artistsDoNotComeTwiceWhereThatCanBe() {
        Set<String> path = Set.copyOf(titles(path(GRIEF, CATALOG)));
        List<CatalogEntry> oneArtist =
                byArtist(song -> path.contains(song.title()) ? "The One" : TestSongs.artist(song));

        assertThat(path(GRIEF, oneArtist))
                .hasSizeBetween(3, 5)
                .extracting(SongFacts::artist)
                .doesNotHaveDuplicates();
    }

    @Test
    void aGuestDoesNotMakeAnotherArtist() {
        Set<String> path = Set.copyOf(titles(path(GRIEF, CATALOG)));
        List<CatalogEntry> guests =
                byArtist(song -> path.contains(song.title()) ? "The One, " + song.title() : TestSongs.artist(song));

        assertThat(path(GRIEF, guests))
                .filteredOn(song -> TestSongs.artist(song).startsWith("The One"))
                .hasSizeLessThan(2);
    }

    @Test
    void artistsComeTwiceRatherThanThereBeingNoPath() {
        assertThat(path(GRIEF, byArtist(song -> "The Only"))).isEqualTo(renamed(path(GRIEF, CATALOG), "The Only"));
    }

    @Test
    void amongSongsThatFitAsWellThePopularOneIsTaken() {
        List<CatalogEntry> twins = new ArrayList<>();
        for (CatalogEntry entry : CATALOG) {
            twins.add(new CatalogEntry(song(entry.song(), TestSongs.artist(entry.song()), 10), entry.profile()));
            twins.add(new CatalogEntry(song(entry.song(), TestSongs.artist(entry.song()), 90), entry.profile()));
            twins.add(new CatalogEntry(song(entry.song(), TestSongs.artist(entry.song()), 20), entry.profile()));
        }

        assertThat(path(GRIEF, twins))
                .isNotEmpty()
                .extracting(SongFacts::popularity)
                .containsOnly(90);
    }

    @Test
    void popularityIsNoReasonToTakeAnotherSong() {
        Set<String> path = Set.copyOf(titles(path(GRIEF, CATALOG)));
        List<CatalogEntry> unpopular = CATALOG.stream()
                .map(entry -> new CatalogEntry(
                        song(
                                entry.song(),
                                TestSongs.artist(entry.song()),
                                path.contains(entry.song().title()) ? 0 : 100),
                        entry.profile()))
                .toList();

        assertThat(Set.copyOf(titles(path(GRIEF, unpopular)))).isEqualTo(path);
    }

    private static List<SongFacts> path(Profile feeling, List<CatalogEntry> catalog) {
        Optional<MoodPath> path = FINDER.find(feeling, Aim.LIFT, new ExactSearch(SPACE, catalog));
        return path.map(MoodPath::steps).orElse(List.of()).stream()
                .map(step -> step.song().song().facts())
                .toList();
    }

    private static List<String> titles(List<SongFacts> songs) {
        return songs.stream().map(SongFacts::title).toList();
    }

    private static List<CatalogEntry> byArtist(Function<SongFacts, String> artist) {
        return CATALOG.stream()
                .map(entry -> new CatalogEntry(
                        song(
                                entry.song(),
                                artist.apply(entry.song()),
                                entry.song().popularity()),
                        entry.profile()))
                .toList();
    }

    private static List<SongFacts> renamed(List<SongFacts> songs, String artist) {
        return songs.stream().map(song -> song(song, artist, song.popularity())).toList();
    }

    private static SongFacts song(SongFacts song, String artist, @Nullable Integer popularity) {
        return new SongFacts(
                song.spotifyId(), song.title(), artist, song.year(), song.language(), song.durationMs(), popularity);
    }
}
