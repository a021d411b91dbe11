package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.emotitune.intake.IntakeStore.Change.ADDED;
import static org.emotitune.intake.IntakeStore.Change.UNCHANGED;
import static org.emotitune.postgres.Offers.ONE;
import static org.emotitune.postgres.Offers.WORDS;
import static org.emotitune.postgres.Offers.begin;
import static org.emotitune.postgres.Offers.row;
import static org.emotitune.postgres.Offers.song;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.intake.IntakeStore.Intake;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestPool;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgIntakeStoreTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private final HikariDataSource pool = TestPool.of(database.address(), 2);
    private final PgIntakeStore store = new PgIntakeStore(pool, "reader 1");
    private final PgCatalogStore catalog = new PgCatalogStore(database.dataSource());

    @BeforeEach
    void emptyCatalog() throws SQLException {
        Query.execute(
                database.dataSource(), "TRUNCATE song, artist CASCADE; UPDATE catalog_state SET starter_digest = NULL");
        catalog.keepVocabulary(VocabularyFiles.load());
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void aSecondImportWaitsForNobody() {
        try (Intake first = begin(store, false, false)) {
            assertThat(store.begin("import", "1", false, false)).isEmpty();
            assertThat(store.begin("import", "1", false, true)).isEmpty();
            assertThat(first.keep(List.of(song(null)))).containsExactly(ADDED);
        }

        begin(store, false, false).close();
        begin(store, false, true).close();
        begin(store, false, false).close();
    }

    @Test
    void anImportThatWasRefusedGivesItsConnectionBack() {
        try (Intake first = begin(store, false, false)) {
            for (int i = 0; i < 5; i++) {
                assertThat(store.begin("import", "1", false, false)).isEmpty();
            }
            assertThat(first.keep(List.of(song(null)))).containsExactly(ADDED);
        }
    }

    @Test
    void whatWasKeptBeforeTheConnectionEndedStays() throws SQLException {
        try (Intake intake = begin(store, false, false)) {
            intake.keep(List.of(row(ONE, "First", "Singer")));
            Query.execute(database.dataSource(), """
                    SELECT pg_terminate_backend(pid) FROM pg_locks
                     WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
                       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    """);

            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> intake.keep(List.of(row(null, "Second", "Singer"))));
        }

        assertThat(titles()).containsExactly("First");
        begin(store, false, false).close();
    }

    @Test
    void aPartIsKeptWholeOrNotAtAll() throws SQLException {
        try (Intake intake = begin(store, false, false)) {
            Row impossible = row(null, "x".repeat(501), "Singer");

            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> intake.keep(List.of(row(ONE, "First", "Singer"), impossible)));

            assertThat(titles()).isEmpty();
            assertThat(intake.keep(List.of(row(ONE, "First", "Singer")))).containsExactly(ADDED);
        }
        assertThat(titles()).containsExactly("First");
    }

    @Test
    void theLongestNamesThatAnImportTakesFitIntoTheIndexes() throws SQLException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        IntFunction<String> name = length -> random.ints(length, 0x4E00, 0x9FA5)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        assertThat(Offers.keep(store, row(ONE, name.apply(500), name.apply(366))))
                .containsExactly(ADDED);
        assertThat(titles()).hasSize(1);
    }

    @Test
    void theSecondTimeNothingIsWritten() throws SQLException {
        List<Row> rows = songs();
        Offers.keep(store, false, false, 7, rows);
        List<String> before = everything();

        assertThat(Offers.keep(store, false, false, 5, rows))
                .hasSize(rows.size())
                .containsOnly(UNCHANGED);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theOrderOfSongsMakesNoDifference() throws SQLException {
        List<Row> rows = songs();
        Offers.keep(store, false, false, 7, rows);
        List<String> before = contents();
        emptyCatalog();

        Offers.keep(store, false, false, 4, rows.reversed());

        assertThat(contents()).isEqualTo(before);
    }

    /** Thirty songs of every kind. */
    private static List<Row> songs() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String id = i % 2 == 0 ? null : "%022d".formatted(i);
            Row row = row(id, "Song " + i, i % 5 == 0 ? null : "Ann & Bob, Cleo" + i % 3, i % 7 == 0 ? null : i);
            rows.add(Offers.with(
                    row, i % 3 == 0 ? null : WORDS + i, i % 4 == 0 ? TestProfiles.feeling("joy", "hope") : null));
        }
        return rows;
    }

    private static List<String> titles() throws SQLException {
        return Query.column(database.dataSource(), "SELECT title FROM song ORDER BY id");
    }

    /** Every row with its version. */
    private static List<String> everything() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : Query.tables(database.dataSource())) {
            rows.addAll(Query.column(
                    database.dataSource(),
                    "SELECT '%1$s ' || t.xmin || t FROM %1$s AS t ORDER BY t.ctid".formatted(table)));
        }
        return rows;
    }

    /** Every song with all that belongs to it, whatever its id. */
    static List<String> contents() throws SQLException {
        return Query.column(database.dataSource(), """
                SELECT concat_ws('|', s.spotify_id, s.title, s.artist, s.match_key, s.release_year, s.popularity,
                                 s.popularity_source, l.hash, l.words, p.source, p.lyric_hash,
                                 ARRAY(SELECT name || weight FROM profile_word w WHERE w.song_id = s.id ORDER BY name),
                                 ARRAY(SELECT a.name FROM song_artist x JOIN artist a ON a.id = x.artist_id
                                        WHERE x.song_id = s.id ORDER BY a.name))
                  FROM song s LEFT JOIN lyric l ON l.song_id = s.id LEFT JOIN profile p ON p.song_id = s.id
                 ORDER BY s.match_key, s.spotify_id
                """);
    }
}
