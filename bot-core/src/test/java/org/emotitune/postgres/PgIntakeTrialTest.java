package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.intake.IntakeStore.Change.ADDED;
import static org.emotitune.intake.IntakeStore.Change.CHANGED;
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
import java.util.concurrent.CompletableFuture;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.intake.IntakeStore.Change;
import org.emotitune.intake.IntakeStore.Intake;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.song.SongFacts;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestPool;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSongs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Imports that keep nothing, and what tells the index that something was kept. */
class PgIntakeTrialTest {
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
    void aTrialTellsWhatWouldComeOfItAndKeepsNothing() throws SQLException {
        catalog.keepStarter("1", () -> List.of(new CatalogEntry(facts("Third"), TestProfiles.feeling("joy"))));
        List<Row> rows = List.of(
                row(null, "First", "Singer"),
                row(ONE, "First", "Singer"),
                row(null, "First", "Singer"),
                song(WORDS, "hope"),
                song(WORDS),
                row("2".repeat(22), "Third", "Singer"),
                row(null, "Third", "Singer"));
        List<String> before = everything();

        List<Change> told = Offers.keep(store, false, true, 1, rows);

        assertThat(told).containsExactly(ADDED, CHANGED, UNCHANGED, ADDED, UNCHANGED, CHANGED, UNCHANGED);
        assertThat(everything()).isEqualTo(before);
        assertThat(Offers.keep(store, false, false, 3, rows)).isEqualTo(told);
    }

    @Test
    void nobodyWaitsForATrial() throws SQLException {
        catalog.keepStarter("1", () -> List.of(new CatalogEntry(facts("Third"), TestProfiles.feeling("joy"))));
        try (Intake trial = begin(store, false, true)) {
            trial.keep(List.of(row(ONE, "Third", "Singer")));

            Query.execute(database.dataSource(), """
                    SET lock_timeout = '2s';
                    INSERT INTO person (key, last_here) VALUES (gen_random_uuid(), now());
                    INSERT INTO vote SELECT p.key, s.id, true, now() FROM person p, song s;
                    """);
            catalog.keepStarter("2", () -> List.of());
        }
        assertThat(titles()).isEmpty();
    }

    @Test
    void onlyWhatASearchWouldShowRaisesTheRevision() {
        assertThat(raises(song(null))).isFalse();
        assertThat(raises(song(WORDS))).isFalse();
        assertThat(raises(row(null, "Song", "Singer", 5))).isFalse();
        assertThat(raises(song(null, "joy"))).isTrue();
        assertThat(raises(song(null, "joy"))).isFalse();
        assertThat(raises(song("other words"))).isFalse();
        assertThat(raises(row(null, "Song", "Singer", 6))).isTrue();
        assertThat(raises(song(null, "joy", "hope"))).isTrue();
        assertThat(raises(row(null, "Song!", "Singer"))).isTrue();
    }

    @Test
    void takingAStarterSongOverRaisesTheRevision() {
        catalog.keepStarter("1", () -> List.of(new CatalogEntry(facts("Song"), TestProfiles.feeling("joy"))));

        assertThat(raises(song(null))).isTrue();
    }

    @Test
    void theStarterCatalogIsLoadedWhileAnImportIsUnderWay() {
        List<CatalogEntry> starter = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            starter.add(new CatalogEntry(facts("Song " + i), TestProfiles.feeling("joy")));
            rows.add(row(null, "Song " + (299 - i), "Singer", i % 100));
        }

        CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 5; i++) {
                catalog.keepStarter("digest " + i, () -> starter);
            }
        });
        Offers.keep(store, false, false, 20, rows);
        loading.join();

        assertThat(TestSongs.kept(catalog, true)).hasSizeLessThanOrEqualTo(300);
        assertThat(Offers.keep(store, false, false, 300, rows)).containsOnly(UNCHANGED);
    }

    private boolean raises(Row row) {
        String before = catalog.revision(true);
        Offers.keep(store, row);
        return !catalog.revision(true).equals(before);
    }

    private static SongFacts facts(String title) {
        return new SongFacts(null, title, "Singer", null, null, null, null);
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
}
