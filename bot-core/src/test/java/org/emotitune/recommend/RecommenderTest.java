package org.emotitune.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.catalog.Indexer;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgVectorSongIndex;
import org.emotitune.song.SongId;
import org.emotitune.testing.SeededEmbeddings;
import org.emotitune.testing.TestPool;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A catalog of a few songs, on the real database. */
class RecommenderTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final Profile PARTY = TestProfiles.of(List.of("joy", "excitement"), List.of("party"));
    private static final List<CatalogEntry> CATALOG = List.of(
            TestSongs.entry("Dance", List.of("joy", "excitement", "energy"), List.of("party")),
            TestSongs.entry("Dance Again", List.of("joy", "excitement", "hope"), List.of("party", "friendship")),
            TestSongs.entry("Sunny", List.of("joy", "hope", "calm"), List.of()),
            TestSongs.entry("Bells", List.of("joy", "excitement", "energy"), List.of("christmas")),
            TestSongs.entry("Tears", List.of("heartbreak", "sadness", "regret"), List.of("break-up")),
            TestSongs.entry("More Tears", List.of("sadness", "loneliness", "heartbreak"), List.of("break-up")),
            TestSongs.entry("Storm", List.of("anger", "contempt"), List.of("injustice")));

    private static HikariDataSource pool = new HikariDataSource();
    private static final MoodSpace SPACE =
            new MoodSpace(VOCABULARY, new SeededEmbeddings("seeded"), MoodSpace.Settings.DEFAULT);

    @BeforeAll
    static void indexCatalog() {
        pool = TestPool.of(database.address(), 4);
        PgCatalogStore catalog = new PgCatalogStore(pool);
        catalog.keepVocabulary(VOCABULARY);
        catalog.keepStarter("small", () -> CATALOG);
        new Indexer(catalog, new PgVectorSongIndex(pool), SPACE, VOCABULARY).refresh(true);
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @Test
    void songsThatFeelTheSameAreFound() {
        Page page = recommender().recommend(PARTY, wish(2));

        assertThat(page).isInstanceOf(Page.Matches.class);
        assertThat(titles(page)).containsExactlyInAnyOrder("Dance", "Dance Again");
    }

    @Test
    void aSongWithTheSameProfileHasSimilarityOne() {
        Profile tears = CATALOG.get(4).profile();

        Recommendation nearest =
                recommender().recommend(tears, bySimilarity(1)).songs().getFirst();

        assertThat(nearest.song().facts().title()).isEqualTo("Tears");
        assertThat(nearest.similarity()).isCloseTo(1, within(1e-5));
    }

    @Test
    void aMessageWithoutThemesIsComparedByItsEmotionsAlone() {
        Profile emotions = new Profile(CATALOG.get(4).profile().emotions(), List.of());

        Recommendation nearest =
                recommender().recommend(emotions, bySimilarity(1)).songs().getFirst();

        assertThat(nearest.song().facts().title()).isEqualTo("Tears");
        assertThat(nearest.similarity()).isCloseTo(1, within(1e-5));
    }

    @Test
    void excludedSongsNeverAppear() {
        Set<SongId> excluded = recommender().recommend(PARTY, wish(2)).songs().stream()
                .map(song -> song.song().id())
                .collect(Collectors.toSet());

        Page page = recommender()
                .recommend(
                        PARTY, new Request(50, Order.POPULARITY, Wishes.NONE, new Taste(excluded, Set.of(), Set.of())));

        assertThat(excluded).hasSize(2);
        assertThat(titles(page)).isNotEmpty().doesNotContain("Dance", "Dance Again");
    }

    @Test
    void withAllSongsExcludedNothingIsLeft() {
        Set<SongId> all = TestSongs.kept(new PgCatalogStore(pool), true).stream()
                .map(song -> song.song().id())
                .collect(Collectors.toSet());

        Page page = recommender()
                .recommend(PARTY, new Request(5, Order.POPULARITY, Wishes.NONE, new Taste(all, Set.of(), Set.of())));

        assertThat(all).hasSize(CATALOG.size());
        assertThat(page).isEqualTo(new Page.NothingClose(List.of()));
    }

    @Test
    void sharedWordsAreThoseOfTheMessageStrongestInTheSongFirst() {
        Profile message = TestProfiles.of(List.of("hope", "joy", "anger"), List.of("friendship", "party", "break-up"));

        Recommendation song = recommender().recommend(message, bySimilarity(50)).songs().stream()
                .filter(each -> each.song().facts().title().equals("Dance Again"))
                .findFirst()
                .orElseThrow();

        assertThat(song.sharedEmotions()).containsExactly("joy", "hope");
        assertThat(song.sharedThemes()).containsExactly("party", "friendship");
    }

    @Test
    void songsForAnOccasionGoToNobodyWhoDoesNotSpeakOfIt() {
        Page page = recommender().recommend(TestProfiles.feeling("joy", "excitement", "energy"), wish(50));

        assertThat(titles(page)).contains("Dance").doesNotContain("Bells");
    }

    @Test
    void songsForAnOccasionGoToThoseWhoSpeakOfIt() {
        Page page =
                recommender().recommend(TestProfiles.of(List.of("joy", "excitement"), List.of("christmas")), wish(5));

        assertThat(titles(page)).contains("Bells");
    }

    @Test
    void thePageIsNotLongerThanWishedFor() {
        assertThat(recommender().recommend(PARTY, wish(1)).songs()).hasSize(1);
    }

    @Test
    void similarityOrderIsNearestFirst() {
        List<Recommendation> songs =
                recommender().recommend(PARTY, bySimilarity(50)).songs();

        assertThat(songs)
                .hasSizeGreaterThan(1)
                .extracting(Recommendation::similarity)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    private static Recommender recommender() {
        return new Recommender(
                new PgVectorSongIndex(pool), new PgCatalogStore(pool), SPACE, VOCABULARY, songs -> Map.of());
    }

    private static Request wish(int limit) {
        return new Request(limit, Order.POPULARITY, Wishes.NONE, Taste.UNKNOWN);
    }

    private static Request bySimilarity(int limit) {
        return new Request(limit, Order.SIMILARITY, Wishes.NONE, Taste.UNKNOWN);
    }

    private static List<String> titles(Page page) {
        return page.songs().stream().map(song -> song.song().facts().title()).toList();
    }
}
