package org.emotitune.postgres;

import static dev.langchain4j.store.embedding.filter.MetadataFilterBuilder.metadataKey;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.pgvector.DefaultMetadataStorageConfig;
import dev.langchain4j.store.embedding.pgvector.MetadataStorageMode;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/** The song index in PostgreSQL, through langchain4j's pgvector store with a HNSW index. Thread-safe. */
public final class PgVectorSongIndex implements SongIndex {
    /**
     * What every connection of its data source must have been told: without it the HNSW index gives at most 40 songs,
     * and fewer where many of the nearest are excluded; a rare wish (a language, a decade) takes a
     * longer look than the usual 20,000 vectors.
     */
    public static final String SESSION = "SET hnsw.iterative_scan = strict_order; SET hnsw.ef_search = 400;"
            + " SET hnsw.max_scan_tuples = 200000; SET hnsw.scan_mem_multiplier = 4";

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

    @Override
    public List<Neighbour> nearest(Generation generation, float[] query, int k, SongFilter filter) {
        EmbeddingSearchRequest request = EmbeddingSearchRequest.builder()
                .queryEmbedding(Embedding.from(query))
                .maxResults(k)
                .filter(conditions(filter))
                .build();
        try {
            return store(generation).search(request).matches().stream()
                    .map(PgVectorSongIndex::neighbour)
                    .toList();
        } catch (RuntimeException e) {
            throw new StoreUnavailableException("the song index did not answer", e);
        }
    }

    private static @Nullable Filter conditions(SongFilter wanted) {
        List<Filter> conditions = new ArrayList<>();
        if (!wanted.excluded().isEmpty()) {
            List<Long> ids = wanted.excluded().stream().map(SongId::value).toList();
            conditions.add(metadataKey(SONG_ID).isNotIn(ids));
        }
        if (wanted.language() != null) {
            conditions.add(metadataKey(LANGUAGE).isEqualTo(wanted.language()));
        }
        if (wanted.era() != null) {
            conditions.add(metadataKey(YEAR)
                    .isBetween(wanted.era().from(), wanted.era().to()));
        }
        if (wanted.nothingSad()) {
            conditions.add(metadataKey(SADNESS).isLessThan(SAD));
        }
        return conditions.stream().reduce((one, other) -> one.and(other)).orElse(null);
    }

    private PgVectorEmbeddingStore store(Generation generation) {
        PgVectorEmbeddingStore store = stores.get(generation.slot());
        if (store == null) {
            throw new IllegalArgumentException("no such slot: " + generation.slot());
        }
        return store;
    }

    /** The store's score is (cosine + 1) / 2. */
    private static Neighbour neighbour(EmbeddingMatch<TextSegment> match) {
        Long song = match.embedded().metadata().getLong(SONG_ID);
        if (song == null) {
            throw new IllegalStateException("a vector without a song: " + match.embeddingId());
        }
        return new Neighbour(new SongId(song), 2 * match.score() - 1);
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
        return TextSegment.from(row.words(), facts);
    }
}
