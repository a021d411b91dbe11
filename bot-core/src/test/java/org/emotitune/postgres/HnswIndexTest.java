package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.pgvector.PGvector;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.index.Generation;
import org.emotitune.index.IndexedSongs;
import org.emotitune.index.SongFilter;
import org.emotitune.index.SongIndex.Neighbour;
import org.emotitune.index.SongIndex.SongVector;
import org.emotitune.song.SongId;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestPool;
import org.emotitune.testing.UnitVectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether searches of a large catalog are answered by the HNSW index. */
class HnswIndexTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final int SONGS = 20_000;
    private static final float[] QUERY = UnitVectors.random(new Random(99), MoodSpace.DIMENSION);

    private static HikariDataSource pool = new HikariDataSource();
    private static List<SongVector> songs = List.of();
    private static Generation generation = new Generation(0, "", "", "", 0, 0, 0);

    @BeforeAll
    static void index() throws SQLException {
        pool = TestPool.of(database.address(), 2);
        songs = IndexedSongs.vectors(SongRows.add(pool, SONGS), SONGS, 1);
        generation = new PgVectorSongIndex(pool).build(IndexedSongs.plan("1", songs));
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    /** The statement of langchain4j's store. */
    @Test
    void thePlannerTakesTheIndex() throws SQLException {
        String sql = """
                EXPLAIN SELECT (2 - (embedding <=> '%1$s')) / 2 AS score, embedding_id, embedding, text, song_id
                  FROM song_vector_%2$s
                 WHERE round(cast(float8 (embedding <=> '%1$s') as numeric), 8) <= round(2 - 2 * 0.0, 8)
                 ORDER BY embedding <=> '%1$s' LIMIT 5
                """.formatted(new PGvector(QUERY).getValue(), generation.slot());

        List<String> plan = Query.column(pool, sql);

        assertThat(String.join("\n", plan))
                .contains("Index Scan using song_vector_%s_hnsw".formatted(generation.slot()))
                .doesNotContain("Seq Scan");
    }

    @Test
    void everySearchUsesTheIndex() throws SQLException {
        try (HikariDataSource single = TestPool.of(database.address(), 1)) {
            PgVectorSongIndex index = new PgVectorSongIndex(single);
            long before = scans(single);

            index.nearest(generation, QUERY, 5, SongFilter.NONE);
            index.nearest(generation, QUERY, 5, IndexedSongs.without(IndexedSongs.nearest(songs, QUERY, 30)));

            assertThat(scans(single)).isEqualTo(before + 2);
        }
    }

    @Test
    void enoughSongsAreFoundBehindManyExcludedOnes() {
        Set<SongId> excluded = new HashSet<>(IndexedSongs.nearest(songs, QUERY, 500));

        List<Neighbour> found =
                new PgVectorSongIndex(pool).nearest(generation, QUERY, 50, IndexedSongs.without(excluded));

        assertThat(found).hasSize(50).extracting(Neighbour::song).doesNotContainAnyElementsOf(excluded);
    }

    @Test
    void asManySongsAreFoundAsTheLargestPageNeeds() {
        List<Neighbour> found = new PgVectorSongIndex(pool).nearest(generation, QUERY, 80, SongFilter.NONE);

        assertThat(found).hasSize(80);
    }

    /** Random vectors are the hardest case: in 256 dimensions all are about equally far. */
    @Test
    void theIndexFindsWhatASearchOfAllVectorsFindsOrNearlyAsNear() {
        List<SongId> nearest = IndexedSongs.nearest(songs, QUERY, 1);
        double best = songs.stream()
                .filter(song -> song.song().equals(nearest.getFirst()))
                .mapToDouble(song -> UnitVectors.cosine(QUERY, IndexedSongs.query(song)))
                .findFirst()
                .orElseThrow();

        List<Neighbour> found = new PgVectorSongIndex(pool).nearest(generation, QUERY, 5, SongFilter.NONE);

        assertThat(found.getFirst().cosine()).isCloseTo(best, within(0.05));
    }

    /** A session tells what it did when it is between two statements. */
    private static long scans(HikariDataSource single) throws SQLException {
        Query.column(single, "SELECT pg_stat_force_next_flush()::text");
        String scans = Query.column(
                        single,
                        "SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = 'song_vector_%s_hnsw'"
                                .formatted(generation.slot()))
                .getFirst();
        return Long.parseLong(scans);
    }
}
