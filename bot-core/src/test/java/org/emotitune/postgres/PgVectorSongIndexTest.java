package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.emotitune.db.TestDatabase;
import org.emotitune.index.Generation;
import org.emotitune.index.IndexedSongs;
import org.emotitune.index.SongFilter;
import org.emotitune.index.SongIndex.Neighbour;
import org.emotitune.index.SongIndex.SongVector;
import org.emotitune.index.SongIndexBuildContract;
import org.emotitune.index.SongIndexContract;
import org.emotitune.song.SongId;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgVectorSongIndexTest implements SongIndexContract, SongIndexBuildContract {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WAITING = "SELECT pid FROM pg_locks WHERE NOT granted AND relation IS NOT NULL";

    private static List<SongId> songs = List.of();
    private static HikariDataSource pool = new HikariDataSource();

    @BeforeAll
    static void addSongs() throws SQLException {
        pool = TestPool.of(database.address(), 8);
        songs = SongRows.add(pool, 400);
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @BeforeEach
    void emptyTheIndex() throws SQLException {
        Query.execute(pool, "TRUNCATE generation, song_vector_a, song_vector_b");
    }

    @Override
    public PgVectorSongIndex open() {
        return new PgVectorSongIndex(pool);
    }

    @Override
    public List<SongId> songs() {
        return songs;
    }

    @Test
    void searchesGoOnDuringABuild() throws Exception {
        PgVectorSongIndex index = open();
        List<SongVector> old = IndexedSongs.vectors(songs, 20, 1);
        Generation before = index.build(IndexedSongs.plan("old", old));
        try (Connection reader = pool.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("LOCK TABLE song_vector_%s IN ACCESS SHARE MODE".formatted(other(before.slot())));
            CompletableFuture<Generation> build = CompletableFuture.supplyAsync(
                    () -> index.build(IndexedSongs.plan("new", IndexedSongs.vectors(songs, 50, 2))));
            awaitSomebodyWaiting();

            List<Neighbour> found = index.nearest(before, IndexedSongs.query(old.getFirst()), 100, SongFilter.NONE);

            assertThat(build).isNotDone();
            assertThat(index.active()).contains(before);
            assertThat(found).hasSize(20);
            reader.rollback();
            Generation built = build.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(index.active()).contains(built);
        }
    }

    @Test
    void aBuildThatWasKilledIsTidiedUpByTheNextOne() throws SQLException {
        Query.execute(pool, """
                INSERT INTO generation (slot, state, space, catalog, alpha, tau, songs)
                VALUES ('a', 'building', 'space', 'killed', 0.3, 0.3, 400);
                INSERT INTO song_vector_a (embedding_id, embedding, song_id)
                SELECT gen_random_uuid(), array_fill(1, ARRAY[256])::vector, id FROM song LIMIT 10;
                """);

        Generation built = open().build(IndexedSongs.plan("next", IndexedSongs.vectors(songs, 50, 2)));

        assertThat(Query.rows(pool, "song_vector_" + built.slot())).hasSize(50);
        assertThat(Query.column(pool, "SELECT state FROM generation")).containsExactly("active");
    }

    @Test
    void aBuildLeavesItsConnectionAsItWas() throws SQLException {
        try (HikariDataSource single = TestPool.of(database.address(), 2)) {
            List<String> before = settings(single);

            new PgVectorSongIndex(single).build(IndexedSongs.plan("1", IndexedSongs.vectors(songs, 20, 1)));

            assertThat(settings(single)).hasSize(2).isEqualTo(before);
        }
    }

    private static List<String> settings(HikariDataSource source) throws SQLException {
        return Query.column(source, """
                SELECT name || '=' || setting FROM pg_settings
                 WHERE name IN ('maintenance_work_mem', 'max_parallel_maintenance_workers')
                 ORDER BY 1
                """);
    }

    private static void awaitSomebodyWaiting() throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Query.column(pool, WAITING).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the build never wanted the slot");
            }
        }
    }

    private static String other(String slot) {
        return slot.equals("a") ? "b" : "a";
    }
}
