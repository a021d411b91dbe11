package org.emotitune.postgres;

import com.pgvector.PGvector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.emotitune.emotion.WordEmbeddings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the embeddings of another model, so that a word is embedded once, ever. If the model behind a name has become
 * another one, as its vectors have another dimension, those that were kept are forgotten. Thread-safe.
 */
public final class PgWordEmbeddings implements WordEmbeddings {
    private static final String SELECT = """
            SELECT text, vector_send(embedding) AS embedding
              FROM word_embedding
             WHERE model = ? AND text = ANY (?)
            """;
    private static final String INSERT = """
            INSERT INTO word_embedding (model, text, embedding) VALUES (?, ?, CAST(? AS vector))
            ON CONFLICT (model, text) DO NOTHING
            """;

    private static final String FORGET = """
            DELETE FROM word_embedding WHERE model = ? AND vector_dims(embedding) <> ?
            """;

    /** What came is kept, whatever becomes of the next part. */
    private static final int BATCH = 100;

    private static final Logger LOG = LoggerFactory.getLogger(PgWordEmbeddings.class);

    private final Sql sql;
    private final WordEmbeddings origin;
    private final Map<String, float[]> known = new ConcurrentHashMap<>();

    /** @param origin asked for what is not kept yet */
    public PgWordEmbeddings(DataSource dataSource, WordEmbeddings origin) {
        this.sql = new Sql(dataSource);
        this.origin = origin;
    }

    @Override
    public String model() {
        return origin.model();
    }

    @Override
    public Map<String, float[]> embed(Collection<String> texts) {
        Set<String> unknown = new LinkedHashSet<>(texts);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            known.putAll(sql.read(connection -> kept(connection, unknown)));
        }
        Map<String, float[]> all = new HashMap<>(known);
        all.keySet().retainAll(Set.copyOf(texts));
        boolean forgot = false;
        for (List<String> next = missing(texts, all); !next.isEmpty(); next = missing(texts, all)) {
            Map<String, float[]> computed = origin.embed(next);
            int dimension = computed.values().iterator().next().length;
            if (keep(computed, dimension)) {
                if (forgot) {
                    throw new IllegalStateException(model() + " gives vectors of several dimensions");
                }
                forgot = true;
                LOG.warn("{} gives vectors of {} numbers now: those that were kept are forgotten", model(), dimension);
                all.values().removeIf(vector -> vector.length != dimension);
            }
            all.putAll(computed);
        }
        return all;
    }

    private static List<String> missing(Collection<String> texts, Map<String, float[]> there) {
        return texts.stream()
                .distinct()
                .filter(text -> !there.containsKey(text))
                .limit(BATCH)
                .toList();
    }

    /** @return whether there were others, of another dimension */
    private boolean keep(Map<String, float[]> computed, int dimension) {
        int forgotten = sql.inTransaction(connection -> {
            int others = Sql.update(connection, FORGET, model(), dimension);
            keep(connection, computed);
            return others;
        });
        boolean stale = known.values().removeIf(vector -> vector.length != dimension);
        known.putAll(computed);
        return forgotten > 0 || stale;
    }

    private Map<String, float[]> kept(Connection connection, Set<String> texts) throws SQLException {
        Map<String, float[]> kept = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, model());
            select.setArray(2, connection.createArrayOf("text", texts.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    kept.put(rows.getString("text"), floats(rows.getBytes("embedding")));
                }
            }
        }
        return kept;
    }

    /** In pgvector's binary form: parsing seventy thousand numbers would be a tenth of the program's start. */
    private static float[] floats(byte[] binary) throws SQLException {
        PGvector vector = new PGvector();
        vector.setByteValue(binary, 0);
        return vector.toArray();
    }

    private int[] keep(Connection connection, Map<String, float[]> embeddings) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Map.Entry<String, float[]> embedding : embeddings.entrySet()) {
                insert.setString(1, model());
                insert.setString(2, embedding.getKey());
                insert.setString(3, new PGvector(embedding.getValue()).getValue());
                insert.addBatch();
            }
            return insert.executeBatch();
        }
    }
}
