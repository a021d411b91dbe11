package org.emotitune.postgres;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.pgvector.DefaultMetadataStorageConfig;
import dev.langchain4j.store.embedding.pgvector.MetadataStorageMode;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.index.Generation;
import org.emotitune.index.GenerationPlan;
import org.emotitune.index.SongFilter;
import org.emotitune.index.SongIndex;
import org.emotitune.song.SongId;

/**
 * The song index in PostgreSQL with pgvector: written through langchain4j's store, searched by a statement of its own over
 * the same table and HNSW index. Thread-safe.
 */
public final class PgVectorSongIndex implements SongIndex {
    /**
     * What every connection of its data source must have been told: without it the HNSW index gives at most 40 songs,
     * and fewer where many of the nearest are excluded; a rare wish (a language, a decade) takes a
     * longer look than the usual 20,000 vectors. A plan that does not know how many songs are wanted may pass the index by.
     */
    public static final String SESSION = "SET hnsw.iterative_scan = strict_order; SET hnsw.ef_search = 400;"
            + " SET hnsw.max_scan_tuples = 200000; SET hnsw.scan_mem_multiplier = 4;"
            + " SET plan_cache_mode = force_custom_plan";

    private static final String SONG_ID = "song_id";
    private static final String LANGUAGE = "language";
    private static final String YEAR = "release_year";
    private static final String SADNESS = "sadness";
    private static final String ACTIVE = """
            SELECT id, slot, space, catalog, songs, floor, median_popularity
              FROM generation
             WHERE state = 'active'
            """;

    private final Sql sql;
    private final DataSource dataSource;
    private final Map<String, PgVectorEmbeddingStore> stores;

    public PgVectorSongIndex(DataSource dataSource) {
        this.sql = new Sql(dataSource);
        this.dataSource = dataSource;
        this.stores = PgGenerations.SLOTS.stream().collect(Collectors.toMap(slot -> slot, this::store));
    }

    private PgVectorEmbeddingStore store(String slot) {
        return PgVectorEmbeddingStore.datasourceBuilder()
                .datasource(dataSource)
                .table(PgGenerations.table(slot))
                .dimension(MoodSpace.DIMENSION)
                .createTable(false)
                .skipCreateVectorExtension(true)
                .metadataStorageConfig(DefaultMetadataStorageConfig.builder()
                        .storageMode(MetadataStorageMode.COLUMN_PER_KEY)
                        .columnDefinitions(
                                List.of(SONG_ID + " bigint", LANGUAGE + " text", YEAR + " integer", SADNESS + " real"))
                        .build())
                .build();
    }

    @Override
    public Optional<Generation> active() {
        return sql.read(PgVectorSongIndex::active);
    }

    private static Optional<Generation> active(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ACTIVE);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(PgGenerations.generation(row)) : Optional.empty();
        }
    }

    /**
     * By our own statement: the store's search sends every vector back as text, which took more time than all the rest of
     * an answer.
     */
    @Override
    public List<Neighbour> nearest(Generation generation, float[] query, int k, SongFilter filter) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        String vector = Arrays.toString(query);
        values.add(vector);
        conditions(filter, conditions, values);
        values.add(vector);
        values.add(k);
        String statement = """
                SELECT song_id, 1 - (embedding <=> ?::vector) AS cosine
                  FROM %s
                 %s
                 ORDER BY embedding <=> ?::vector
                 LIMIT ?
                """.formatted(
                        PgGenerations.table(generation.slot()),
                        conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions));
        return sql.read(connection -> {
            try (PreparedStatement select = Sql.prepare(connection, statement, values.toArray())) {
                return neighbours(select);
            }
        });
    }

    /** One condition for each value, so that the search for most people is the simplest one. */
    private static void conditions(SongFilter filter, List<String> conditions, List<Object> values) {
        if (!filter.excluded().isEmpty()) {
            conditions.add("song_id <> ALL (?)");
            values.add(filter.excluded().stream().mapToLong(SongId::value).toArray());
        }
        if (filter.language() != null) {
            conditions.add("language = ?");
            values.add(filter.language());
        }
        if (filter.era() != null) {
            conditions.add("release_year BETWEEN ? AND ?");
            values.add(filter.era().from());
            values.add(filter.era().to());
        }
        if (filter.nothingSad()) {
            conditions.add("sadness < ?");
            values.add(SAD);
        }
    }

    private static List<Neighbour> neighbours(PreparedStatement select) throws SQLException {
        List<Neighbour> neighbours = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                neighbours.add(new Neighbour(new SongId(row.getLong("song_id")), row.getDouble("cosine")));
            }
        }
        return neighbours;
    }

    @Override
    public Optional<Generation> restore(String space) {
        return sql.read(connection -> new PgGenerations(connection).restore(space));
    }

    @Override
    public Generation build(Supplier<GenerationPlan> plan) {
        return sql.read(connection -> new PgGenerations(connection).build(plan, this::fill));
    }

    private void fill(String slot, List<SongVector> chunk) {
        PgVectorEmbeddingStore store = stores.get(slot);
        if (store != null) {
            store.addAll(
                    chunk.stream().map(row -> Embedding.from(row.vector())).toList(),
                    chunk.stream().map(PgVectorSongIndex::segment).toList());
        }
    }

    private static TextSegment segment(SongVector row) {
        Metadata facts = new Metadata().put(SONG_ID, row.song().value()).put(SADNESS, row.sadness());
        if (row.language() != null) {
            facts.put(LANGUAGE, row.language());
        }
        if (row.year() != null) {
            facts.put(YEAR, row.year());
        }
        return TextSegment.from(ProfileText.of(row.profile()), facts);
    }
}
