package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.emotitune.index.Generation;
import org.emotitune.index.GenerationPlan;
import org.emotitune.index.SongIndex.SongVector;

/**
 * Builds a generation in the slot that is not searched, and switches. One builder at a time: a session lock that the
 * server releases when its connection ends, also if the program was killed.
 */
final class PgGenerations {
    static final List<String> SLOTS = List.of("a", "b");

    private static final int CHUNK = 1000;
    private static final long BUILD_LOCK = 7_306_930_286_701L;

    private static final String SAME = """
            SELECT id, slot, space, catalog, songs, floor, median_popularity
              FROM generation
             WHERE state = 'active' AND space = ? AND catalog = ?
            """;
    private static final String FREE_SLOT = """
            SELECT slot FROM (VALUES ('a'), ('b')) AS slots (slot)
             WHERE slot NOT IN (SELECT slot FROM generation WHERE state = 'active')
             ORDER BY slot LIMIT 1
            """;
    private static final String CLEAR_SLOT = "DELETE FROM generation WHERE slot = ?";
    private static final String BEGIN = """
            INSERT INTO generation (slot, state, space, catalog, alpha, tau)
            VALUES (?, 'building', ?, ?, ?, ?)
            RETURNING id
            """;
    private static final String RETIRE = "UPDATE generation SET state = 'retired' WHERE state = 'active'";
    private static final String ACTIVATE = """
            UPDATE generation
               SET state = 'active', activated_at = now(), songs = ?, floor = ?, median_popularity = ?
             WHERE id = ?
            RETURNING id, slot, space, catalog, songs, floor, median_popularity
            """;

    /**
     * The two generations change places. Each takes the other's state of the catalog, and the restored one gets a new id:
     * what searches remember of a generation is remembered by its id.
     */
    private static final String RESTORE = """
            WITH pair AS (
                SELECT retired.id AS retired, active.id AS active, active.catalog AS now, retired.catalog AS before
                  FROM generation retired, generation active
                 WHERE retired.state = 'retired' AND active.state = 'active' AND retired.space = ?
                   -- of the same part of the catalog: with or without the starter songs
                   AND regexp_replace(retired.catalog, '^[0-9]+', '') = regexp_replace(active.catalog, '^[0-9]+', '')
                   FOR UPDATE
            ), away AS (
                UPDATE generation SET state = 'retired', catalog = pair.before FROM pair WHERE id = pair.active
                RETURNING id
            )
            UPDATE generation
               SET id = DEFAULT, state = 'active', activated_at = now(), catalog = pair.now
              FROM pair, away
             WHERE generation.id = pair.retired
            RETURNING generation.id, slot, space, generation.catalog, songs, floor, median_popularity
            """;

    private final Connection connection;

    PgGenerations(Connection connection) {
        this.connection = connection;
    }

    static String table(String slot) {
        return "song_vector_" + slot;
    }

    static Generation generation(ResultSet row) throws SQLException {
        return new Generation(
                row.getLong("id"),
                row.getString("slot"),
                row.getString("space"),
                row.getString("catalog"),
                row.getInt("songs"),
                row.getFloat("floor"), // as a double it would differ with the way in which the driver fetched it
                row.getInt("median_popularity"));
    }

    /** @param fill writes a chunk of vectors into a slot */
    Generation build(Supplier<GenerationPlan> wanted, BiConsumer<String, List<SongVector>> fill) throws SQLException {
        execute("SELECT pg_advisory_lock(%d)".formatted(BUILD_LOCK));
        try (PreparedStatement same = connection.prepareStatement(SAME)) {
            GenerationPlan plan = wanted.get();
            same.setString(1, plan.space());
            same.setString(2, plan.catalog());
            try (ResultSet row = same.executeQuery()) {
                return row.next() ? generation(row) : buildUnderLock(plan, fill);
            }
        } finally {
            execute("SELECT pg_advisory_unlock(%d)".formatted(BUILD_LOCK));
        }
    }

    private Generation buildUnderLock(GenerationPlan plan, BiConsumer<String, List<SongVector>> fill)
            throws SQLException {
        String slot = freeSlot();
        long id = begin(plan, slot);
        Chunks chunks = new Chunks(chunk -> fill.accept(slot, chunk));
        execute("TRUNCATE " + table(slot));
        execute("DROP INDEX IF EXISTS %s_hnsw".formatted(table(slot)));
        GenerationPlan.Figures figures = plan.songs().forEach(chunks::add);
        chunks.flush();
        index(slot);
        return switchTo(id, chunks.songs, figures);
    }

    /** Rows first, then the index: inserting into a ready HNSW index is far slower. */
    private void index(String slot) throws SQLException {
        try {
            execute("SET max_parallel_maintenance_workers = 0");
            execute("SET maintenance_work_mem = '256MB'");
            execute("CREATE INDEX %1$s_hnsw ON %1$s USING hnsw (embedding vector_cosine_ops)".formatted(table(slot)));
        } finally {
            execute("RESET maintenance_work_mem");
            execute("RESET max_parallel_maintenance_workers");
        }
        execute("ANALYZE " + table(slot));
    }

    private String freeSlot() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FREE_SLOT);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString("slot");
        }
    }

    private long begin(GenerationPlan plan, String slot) throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement(CLEAR_SLOT);
                PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            clear.setString(1, slot);
            clear.executeUpdate();
            begin.setString(1, slot);
            begin.setString(2, plan.space());
            begin.setString(3, plan.catalog());
            begin.setDouble(4, plan.settings().alpha());
            begin.setDouble(5, plan.settings().tau());
            try (ResultSet row = begin.executeQuery()) {
                row.next();
                return row.getLong("id");
            }
        }
    }

    private Generation switchTo(long id, int songs, GenerationPlan.Figures figures) throws SQLException {
        return Sql.inTransaction(connection, transaction -> {
            try (PreparedStatement retire = transaction.prepareStatement(RETIRE);
                    PreparedStatement activate = transaction.prepareStatement(ACTIVATE)) {
                retire.executeUpdate();
                activate.setInt(1, songs);
                activate.setDouble(2, figures.floor());
                activate.setInt(3, figures.medianPopularity());
                activate.setLong(4, id);
                try (ResultSet row = activate.executeQuery()) {
                    row.next();
                    return generation(row);
                }
            }
        });
    }

    Optional<Generation> restore(String space) throws SQLException {
        execute("SELECT pg_advisory_lock(%d)".formatted(BUILD_LOCK));
        try (PreparedStatement restore = Sql.prepare(connection, RESTORE, space);
                ResultSet row = restore.executeQuery()) {
            return row.next() ? Optional.of(generation(row)) : Optional.empty();
        } finally {
            execute("SELECT pg_advisory_unlock(%d)".formatted(BUILD_LOCK));
        }
    }

    /** Hands vectors on, a chunk at a time. */
    private static final class Chunks {
        private final Consumer<List<SongVector>> taker;
        private final List<SongVector> chunk = new ArrayList<>(CHUNK);
        private int songs;

        Chunks(Consumer<List<SongVector>> taker) {
            this.taker = taker;
        }

        void add(SongVector song) {
            chunk.add(song);
            songs++;
            if (chunk.size() == CHUNK) {
                flush();
            }
        }

        void flush() {
            if (!chunk.isEmpty()) {
                taker.accept(List.copyOf(chunk));
                chunk.clear();
            }
        }
    }

    private void execute(String statement) throws SQLException {
        try (Statement execute = connection.createStatement()) {
            execute.execute(statement);
        }
    }
}
