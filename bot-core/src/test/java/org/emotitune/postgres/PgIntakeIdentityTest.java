package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.intake.IntakeStore.Change.ADDED;
import static org.emotitune.intake.IntakeStore.Change.CHANGED;
import static org.emotitune.intake.IntakeStore.Change.UNCHANGED;
import static org.emotitune.postgres.Offers.ONE;
import static org.emotitune.postgres.Offers.THREE;
import static org.emotitune.postgres.Offers.TWO;
import static org.emotitune.postgres.Offers.row;

import java.sql.SQLException;
import java.util.List;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.intake.IntakeStore.Change;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.song.SongFacts;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which song a row is: the same in one part of an import and in parts of one row each. */
class PgIntakeIdentityTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private final PgIntakeStore store = new PgIntakeStore(database.dataSource(), "reader 1");
    private final PgCatalogStore catalog = new PgCatalogStore(database.dataSource());

    @BeforeEach
    void emptyCatalog() throws SQLException {
        Query.execute(
                database.dataSource(), "TRUNCATE song, artist CASCADE; UPDATE catalog_state SET starter_digest = NULL");
        catalog.keepVocabulary(VocabularyFiles.load());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void aSpotifyIdIsOneSongWhateverItsTitle(int size) throws SQLException {
        assertThat(keep(size, row(ONE, "First", "Singer"), row(ONE, "Second", "Other")))
                .containsExactly(ADDED, CHANGED);

        assertThat(songs()).containsExactly(ONE + " Second|Other");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void twoSpotifyIdsAreTwoSongs(int size) throws SQLException {
        assertThat(keep(size, row(ONE, "Song", "Singer"), row(TWO, "Song", "Singer")))
                .containsExactly(ADDED, ADDED);

        assertThat(songs()).containsExactly(ONE + " Song|Singer", TWO + " Song|Singer");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void withoutSpotifyIdTitleAndArtistAreASongHoweverTheyAreSpelt(int size) throws SQLException {
        assertThat(keep(size, row(null, "Café", "Ñandú"), row(null, "CAFE (Remastered 2011)", "nandu")))
                .containsExactly(ADDED, CHANGED);

        assertThat(songs()).containsExactly("- CAFE (Remastered 2011)|nandu");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void aSongGetsTheSpotifyIdThatItHadNot(int size) throws SQLException {
        assertThat(keep(size, row(null, "Song", "Singer"), row(ONE, "Song", "Singer"), row(null, "Song", "Singer")))
                .containsExactly(ADDED, CHANGED, UNCHANGED);

        assertThat(songs()).containsExactly(ONE + " Song|Singer");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void ofTwoReleasesARowWithoutIdIsTheOneThatCameFirst(int size) throws SQLException {
        keep(
                size,
                row(TWO, "Song", "Singer"),
                row(ONE, "Song", "Singer"),
                row(null, "Song", "Singer", 7),
                row(null, "Song", "Singer", 8));

        assertThat(Query.column(
                        database.dataSource(), "SELECT popularity FROM song WHERE spotify_id = '%s'".formatted(TWO)))
                .containsExactly("8");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void withoutArtistOnlySongsWithoutArtistAndIdAreTheSame(int size) throws SQLException {
        assertThat(keep(
                        size,
                        row(null, "Song", "Singer"),
                        row(ONE, "Song", null),
                        row(TWO, "Song", null),
                        row(null, "Song", null),
                        row(null, "song!", null)))
                .containsExactly(ADDED, ADDED, ADDED, ADDED, CHANGED);

        assertThat(songs()).containsExactly("- Song|Singer", "- song!|-", ONE + " Song|-", TWO + " Song|-");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void whatIsKnownIsNotForgotten(int size) throws SQLException {
        SongFacts all = new SongFacts(ONE, "Song", "Singer", 1999, "en", 180_000, 60);

        assertThat(keep(size, row(all), row(ONE, "Song", null))).containsExactly(ADDED, UNCHANGED);

        assertThat(songs()).containsExactly(ONE + " Song|Singer");
        assertThat(
                        Query.column(
                                database.dataSource(),
                                "SELECT concat_ws(' ', release_year, language, duration_ms, popularity, popularity_source) FROM song"))
                .containsExactly("1999 en 180000 60 import");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void anImportedRowTakesAStarterSongOver(int size) throws SQLException {
        starter(new SongFacts(THREE, "Song", "Singer", 1999, "en", null, 50));

        assertThat(keep(size, row(ONE, "Song", "Singer"), row(TWO, "Song", "Singer")))
                .containsExactly(CHANGED, ADDED);

        assertThat(songs()).containsExactly(ONE + " Song|Singer", TWO + " Song|Singer");
        assertThat(Query.column(database.dataSource(), "SELECT DISTINCT origin FROM song"))
                .containsExactly("import");
        assertThat(Query.column(
                        database.dataSource(),
                        "SELECT popularity || popularity_source FROM song WHERE popularity IS NOT NULL"))
                .containsExactly("50starter");
        assertThat(TestSongs.kept(catalog, false)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void starterSongsCanPassTheirSpotifyIdsOn(int size) throws SQLException {
        starter(
                new SongFacts("4".repeat(22), "Third", "Singer", null, null, null, null),
                new SongFacts(TWO, "Second", "Singer", null, null, null, null),
                new SongFacts(ONE, "First", "Singer", null, null, null, null));

        keep(size, row(THREE, "First", "Singer"), row(ONE, "Second", "Singer"), row(TWO, "Third", "Singer"));

        assertThat(songs()).containsExactly(ONE + " Second|Singer", TWO + " Third|Singer", THREE + " First|Singer");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void aNewTitleIsFoundByTheNextRow(int size) throws SQLException {
        assertThat(keep(
                        size,
                        row(ONE, "Old", "Singer"),
                        row(ONE, "New", "Singer"),
                        row(null, "Old", "Singer"),
                        row(null, "New", "Singer")))
                .containsExactly(ADDED, CHANGED, ADDED, UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void everybodyInTheArtistLineCanBeFound(int size) throws SQLException {
        keep(size, row(ONE, "Song", "Ann & Bob"), row(TWO, "Other", "Bob"), row(ONE, "Song", "Cleo, Dan"));

        assertThat(Query.column(database.dataSource(), """
                        SELECT s.title || ' ' || a.name FROM song_artist x
                          JOIN artist a ON a.id = x.artist_id JOIN song s ON s.id = x.song_id ORDER BY 1
                        """))
                .containsExactly("Other Bob", "Song Cleo", "Song Cleo, Dan", "Song Dan");
        assertThat(catalog.artist("Ann")).isEmpty();
        assertThat(catalog.artist("bob")).isPresent();
    }

    private List<Change> keep(int size, Row... rows) {
        return Offers.keep(store, false, false, size, List.of(rows));
    }

    private void starter(SongFacts... songs) {
        catalog.keepStarter(
                "1",
                () -> List.of(songs).stream()
                        .map(song -> new CatalogEntry(song, TestProfiles.feeling("joy")))
                        .toList());
    }

    private static List<String> songs() throws SQLException {
        return Query.column(database.dataSource(), """
                SELECT coalesce(spotify_id, '-') || ' ' || title || '|' || coalesce(artist, '-') FROM song
                """).stream().sorted().toList();
    }
}
