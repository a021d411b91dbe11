package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.catalog.StarterCatalog;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.song.Artist;
import org.emotitune.song.SongFacts;
import org.emotitune.song.SongId;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestPool;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Artists of the catalog: who is there, and which songs name them. */
class PgArtistsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static HikariDataSource pool = new HikariDataSource();

    private final PgCatalogStore store = new PgCatalogStore(pool);

    @BeforeAll
    static void openPool() {
        pool = TestPool.of(database.address(), 2);
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @BeforeEach
    void emptyCatalog() throws SQLException {
        Query.execute(pool, "TRUNCATE song, artist CASCADE; UPDATE catalog_state SET starter_digest = NULL");
        store.keepVocabulary(VocabularyFiles.load());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maná", "MANÁ", "mana", " maná! ", "Mana\u0301"})
    void anArtistIsFoundByNameCaseAndAccentsAside(String name) {
        keep(song("One", "Maná, Shakira"));

        assertThat(store.artist(name)).map(Artist::name).contains("Maná");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "Manu", "Maná y", "%", "!!!", "\u0000", "a\u0000", "\uD83D", "'; DROP TABLE artist;--"})
    void whatIsNoNameOfAnArtistFindsNobody(String name) {
        keep(song("One", "Maná"));

        assertThat(store.artist(name)).isEmpty();
    }

    @Test
    void aNameOfAnyLengthFindsNobody() {
        assertThat(store.artist("ñ".repeat(100_000))).isEmpty();
    }

    @Test
    void anArtistIsFoundByItsId() {
        keep(song("One", "Maná"));
        Artist artist = artist("mana");

        assertThat(store.artist(artist.id())).contains(artist);
        assertThat(store.artist(Long.MAX_VALUE)).isEmpty();
        assertThat(store.artist(-1)).isEmpty();
    }

    @Test
    void everyArtistOfASongHasTheSongAndSoHasTheDuo() {
        keep(song("One", "Pablo Alborán, Jesse & Joy"), song("Two", "Jesse & Joy"), song("Three", "Joy"));

        assertThat(titlesBy("pablo alboran")).containsExactlyInAnyOrder("One");
        assertThat(titlesBy("Jesse & Joy")).containsExactlyInAnyOrder("One", "Two");
        assertThat(titlesBy("joy")).containsExactlyInAnyOrder("One", "Two", "Three");
    }

    @Test
    void songsOfSeveralArtistsAreThoseOfAny() {
        keep(song("One", "Maná"), song("Two", "Shakira"), song("Three", "Adele"));

        assertThat(titles(store.songsBy(List.of(artist("mana"), artist("shakira")))))
                .containsExactlyInAnyOrder("One", "Two");
        assertThat(store.songsBy(List.of())).isEmpty();
        assertThat(store.songsBy(List.of(new Artist(Long.MAX_VALUE, "Maná")))).isEmpty();
    }

    @Test
    void anArtistKeepsItsIdWhenTheCatalogIsLoadedAgain() {
        keep(song("One", "Maná"));
        Artist before = artist("mana");

        keep(song("Two", "Adele"), song("One", "Maná"));

        assertThat(artist("mana")).isEqualTo(before);
    }

    @Test
    void aSongThatChangesItsArtistsLeavesTheOldOnes() {
        keep(song("One", "Maná & Shakira", "a"), song("Two", "Maná", "b"));

        keep(song("One", "Shakira", "a"), song("Two", "Maná", "b"));

        assertThat(titlesBy("mana")).containsExactly("Two");
        assertThat(titlesBy("shakira")).containsExactly("One");
    }

    @Test
    void nothingIsLeftOfArtistsWhoseSongsAreGone() throws SQLException {
        keep(song("One", "Maná & Shakira"), song("Two", "Adele"));

        keep(song("Two", "Adele"));

        assertThat(store.artist("mana")).isEmpty();
        assertThat(Query.column(pool, "SELECT name FROM artist")).containsExactly("Adele");
        assertThat(Query.rows(pool, "song_artist")).hasSize(1);
    }

    @Test
    void everyArtistLineOfTheStarterCatalogFindsItsSongs() {
        List<CatalogEntry> catalog = StarterCatalog.load(VocabularyFiles.load());

        store.keepStarter("starter", () -> catalog);

        assertThat(catalog)
                .hasSizeGreaterThan(400)
                .allSatisfy(entry -> assertThat(titlesBy(TestSongs.artist(entry.song())))
                        .contains(entry.song().title()));
    }

    private void keep(CatalogEntry... songs) {
        store.keepStarter(String.valueOf(List.of(songs).hashCode()), () -> List.of(songs));
    }

    private static CatalogEntry song(String title, String artists) {
        return new CatalogEntry(new SongFacts(null, title, artists, 1999, "es", null, 50), TestProfiles.feeling("joy"));
    }

    /** @param letter tells the song by its track, whatever else changes */
    private static CatalogEntry song(String title, String artists, String letter) {
        return new CatalogEntry(
                new SongFacts(letter.repeat(22), title, artists, 1999, "es", null, 50), TestProfiles.feeling("joy"));
    }

    private Artist artist(String name) {
        return store.artist(name).orElseThrow();
    }

    private List<String> titlesBy(String name) {
        return titles(store.songsBy(
                Stream.of(store.artist(name)).flatMap(Optional::stream).toList()));
    }

    private List<String> titles(Set<SongId> songs) {
        return TestSongs.kept(store, true).stream()
                .filter(song -> songs.contains(song.song().id()))
                .map(song -> song.song().facts().title())
                .toList();
    }
}
