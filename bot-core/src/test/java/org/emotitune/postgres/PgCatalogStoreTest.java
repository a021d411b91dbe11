package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.catalog.CatalogStore.ProfiledSong;
import org.emotitune.catalog.Indexer;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.song.MatchKey;
import org.emotitune.song.SongFacts;
import org.emotitune.song.SongId;
import org.emotitune.testing.Query;
import org.emotitune.testing.SeededEmbeddings;
import org.emotitune.testing.TestSongs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgCatalogStoreTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final CatalogEntry FIRST = TestSongs.entry("First", List.of("joy", "hope"), List.of("party"));
    private static final CatalogEntry SECOND = TestSongs.entry("Second", List.of("sadness"), List.of("break-up"));
    private static final CatalogEntry THIRD = TestSongs.entry("Third", List.of("anger"), List.of());

    private final PgCatalogStore store = new PgCatalogStore(database.dataSource());

    @BeforeEach
    void emptyCatalog() throws SQLException {
        Query.execute(database.dataSource(), "TRUNCATE song CASCADE; UPDATE catalog_state SET starter_digest = NULL");
        store.keepVocabulary(VocabularyFiles.load());
    }

    @Test
    void aKeptSongIsGivenBackAsItWas() {
        SongFacts facts = new SongFacts("6Vc5wAMmXdKIAM7WUoEb7N", "Ñandú's \"Best\"", "Ä; B", 2013, "es", 229_400, 0);
        Profile profile = new Profile(
                List.of(new WeightedWord("joy", 1), new WeightedWord("hope", 0.55), new WeightedWord("anger", 0.05)),
                List.of(new WeightedWord("party", 0.7), new WeightedWord("break-up", 0.3)));

        store.keepStarter("1", () -> List.of(new CatalogEntry(facts, profile)));

        ProfiledSong kept = TestSongs.kept(store, true).getFirst();
        assertThat(kept.song().facts()).isEqualTo(facts);
        assertThat(kept.profile()).isEqualTo(profile);
    }

    @Test
    void whatIsNotKnownOfASongStaysUnknown() {
        SongFacts facts = new SongFacts(null, "Title", "Artist", null, null, null, null);

        store.keepStarter("1", () -> List.of(new CatalogEntry(facts, THIRD.profile())));

        assertThat(TestSongs.kept(store, true))
                .extracting(song -> song.song().facts())
                .containsExactly(facts);
    }

    @Test
    void aCatalogWithTheSameDigestIsNotEvenRead() {
        store.keepStarter("1", () -> List.of(FIRST));
        String revision = store.revision(true);
        Supplier<List<CatalogEntry>> unread = () -> {
            throw new AssertionError("the catalog was read again");
        };

        store.keepStarter("1", unread);

        assertThat(store.revision(true)).isEqualTo(revision);
        assertThat(titles(true)).containsExactly("First");
    }

    @Test
    void anotherDigestBringsTheCatalogUpToDate() {
        CatalogEntry changed = TestSongs.entry("Second", List.of("hope"), List.of());
        store.keepStarter("1", () -> List.of(FIRST, SECOND));

        store.keepStarter("2", () -> List.of(changed, THIRD));

        assertThat(TestSongs.kept(store, true))
                .extracting(song -> song.song().facts().title(), ProfiledSong::profile)
                .containsExactlyInAnyOrder(tuple("Second", changed.profile()), tuple("Third", THIRD.profile()));
    }

    @Test
    void songsThatStayKeepTheirIds() {
        store.keepStarter("1", () -> List.of(FIRST, SECOND));
        SongId before = id("Second");
        CatalogEntry respelt = TestSongs.entry("SECOND (Remastered 2011)", List.of("hope"), List.of());

        store.keepStarter("2", () -> List.of(THIRD, respelt));

        assertThat(id("SECOND (Remastered 2011)")).isEqualTo(before);
    }

    @Test
    void songsThatSwapTheirTrackIdsAreBothKept() {
        String one = "a".repeat(22);
        String other = "b".repeat(22);
        store.keepStarter("1", () -> List.of(withId(one, "First"), withId(other, "Second")));

        store.keepStarter("2", () -> List.of(withId(other, "First"), withId(one, "Second")));

        assertThat(TestSongs.kept(store, true))
                .extracting(song ->
                        song.song().facts().title() + song.song().facts().spotifyId())
                .containsExactlyInAnyOrder("First" + other, "Second" + one);
    }

    @Test
    void everyChangeOfTheCatalogChangesItsRevision() {
        store.keepStarter("1", () -> List.of(FIRST));
        String before = store.revision(true);

        store.keepStarter("2", () -> List.of(FIRST, SECOND));

        assertThat(store.revision(true)).isNotEqualTo(before);
    }

    @Test
    void theRevisionTellsWhetherTheStarterCatalogIsPartOfIt() {
        assertThat(store.revision(true)).isNotEqualTo(store.revision(false));
    }

    @Test
    void aCatalogThatCannotBeKeptChangesNothing() {
        store.keepStarter("1", () -> List.of(FIRST));
        String revision = store.revision(true);
        CatalogEntry unknownWord = TestSongs.entry("Other", List.of("nosuchword"), List.of());

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> store.keepStarter("2", () -> List.of(SECOND, unknownWord)));

        assertThat(titles(true)).containsExactly("First");
        assertThat(store.revision(true)).isEqualTo(revision);
    }

    @Test
    void anImportedSongIsLeftAloneByTheStarterCatalog() throws SQLException {
        importSong("First", "imported!");

        store.keepStarter("1", () -> List.of(FIRST, SECOND));
        store.keepStarter("2", () -> List.of(SECOND));

        assertThat(titles(true)).containsExactlyInAnyOrder("imported!", "Second");
    }

    @Test
    void theStarterCatalogCanBeLeftOut() throws SQLException {
        store.keepStarter("1", () -> List.of(FIRST, SECOND));
        importSong("Third", "Third");

        assertThat(titles(false)).containsExactly("Third");
        assertThat(titles(true)).containsExactlyInAnyOrder("First", "Second", "Third");
    }

    @Test
    void songsAreFoundByTheirIds() {
        store.keepStarter("1", () -> List.of(FIRST, SECOND, THIRD));
        SongId first = id("First");
        SongId third = id("Third");

        index(store);

        Map<SongId, ProfiledSong> found = store.songs(List.of(third, first, new SongId(Long.MAX_VALUE)));

        assertThat(found).containsOnlyKeys(first, third);
        assertThat(found)
                .hasEntrySatisfying(third, song -> assertThat(song.profile()).isEqualTo(THIRD.profile()));
    }

    @Test
    void songsHaveTheProfilesThatAreIndexed() {
        store.keepStarter("1", () -> List.of(FIRST));
        index(store);
        SongId first = id("First");

        store.keepStarter("2", () -> List.of(new CatalogEntry(FIRST.song(), SECOND.profile())));

        assertThat(store.songs(List.of(first)).values())
                .extracting(ProfiledSong::profile)
                .containsExactly(FIRST.profile());
        assertThat(TestSongs.kept(store, true))
                .extracting(ProfiledSong::profile)
                .containsExactly(SECOND.profile());
    }

    @Test
    void ofTwoReleasesThePopularOneIsTold() throws SQLException {
        store.keepStarter("1", () -> List.of(FIRST, SECOND));
        importSong("Twin", "Less popular", 10);
        importSong("Twin", "More popular", 60);
        importSong("Twin", "Nobody knows how popular", null);

        assertThat(titles(false)).containsExactly("More popular");
        assertThat(titles(true)).containsExactlyInAnyOrder("First", "Second", "More popular");
    }

    @Test
    void noIdsFindNoSongs() {
        assertThat(store.songs(List.of())).isEmpty();
    }

    @Test
    void keepingTheVocabularyAgainChangesNothing() throws SQLException {
        List<String> before = Query.rows(database.dataSource(), "word");

        store.keepVocabulary(VocabularyFiles.load());

        assertThat(Query.rows(database.dataSource(), "word"))
                .hasSizeGreaterThan(150)
                .containsExactlyInAnyOrderElementsOf(before);
    }

    private static CatalogEntry withId(String spotifyId, String title) {
        return new CatalogEntry(
                new SongFacts(spotifyId, title, TestSongs.ARTIST, null, null, null, null), FIRST.profile());
    }

    private void index(CatalogStore catalog) {
        MoodSpace space =
                new MoodSpace(VocabularyFiles.load(), new SeededEmbeddings("seeded"), MoodSpace.Settings.DEFAULT);
        new Indexer(catalog, new PgVectorSongIndex(database.dataSource()), space, VocabularyFiles.load()).refresh(true);
    }

    private static void importSong(String title, String shown) throws SQLException {
        importSong(title, shown, null);
    }

    private static void importSong(String title, String shown, @Nullable Integer popularity) throws SQLException {
        Query.execute(database.dataSource(), """
                WITH imported AS (
                    INSERT INTO song (title, artist, match_key, popularity, origin)
                    VALUES ('%s', 'x', '%s', %s, 'import') RETURNING id
                ), read AS (
                    INSERT INTO profile (song_id, source) SELECT id, 'embedded' FROM imported RETURNING song_id
                )
                INSERT INTO profile_word (song_id, kind, name, weight) SELECT song_id, 'emotion', 'joy', 1 FROM read
                """.formatted(shown, MatchKey.of(title, TestSongs.ARTIST), popularity));
    }

    private List<String> titles(boolean withStarter) {
        return TestSongs.kept(store, withStarter).stream()
                .map(song -> song.song().facts().title())
                .toList();
    }

    private SongId id(String title) {
        return TestSongs.kept(store, true).stream()
                .map(ProfiledSong::song)
                .filter(song -> song.facts().title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
