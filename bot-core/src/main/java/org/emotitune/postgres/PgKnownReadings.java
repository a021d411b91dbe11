package org.emotitune.postgres;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.emotitune.emotion.LyricsExtractor.Heard;
import org.emotitune.llm.KnownReadings;

/** Readings of language models in PostgreSQL. Thread-safe, also among processes. */
public final class PgKnownReadings implements KnownReadings {
    private static final String KNOWN = """
            SELECT song, source, language, emotions, emotion_weights, themes, theme_weights
              FROM song_reading
             WHERE reader = ? AND song = ANY (?)
            """;
    private static final String KEEP = """
            INSERT INTO song_reading
                   (reader, song, source, language, emotions, emotion_weights, themes, theme_weights)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private final Sql sql;

    public PgKnownReadings(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    @Override
    public Map<String, Heard> known(String reader, Collection<String> songs) {
        return sql.read(connection -> {
            Map<String, Heard> known = new HashMap<>();
            String[] digests = songs.toArray(String[]::new);
            try (PreparedStatement select = Sql.prepare(connection, KNOWN, reader, digests);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.put(row.getString("song"), heard(row));
                }
            }
            return known;
        });
    }

    private static Heard heard(ResultSet row) throws SQLException {
        return new Heard(
                row.getString("source"),
                row.getString("language"),
                weights(row.getArray("emotions"), row.getArray("emotion_weights")),
                weights(row.getArray("themes"), row.getArray("theme_weights")),
                null);
    }

    private static Map<String, Double> weights(Array words, Array weights) throws SQLException {
        String[] names = (String[]) words.getArray();
        Double[] values = (Double[]) weights.getArray();
        Map<String, Double> map = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            map.put(names[i], values[i]);
        }
        return map;
    }

    @Override
    public void keep(String reader, String song, Heard heard) {
        if (heard.weaker() != null) {
            throw new IllegalArgumentException("a weaker reading is not kept");
        }
        List<String> emotions = new ArrayList<>(heard.emotions().keySet());
        List<String> themes = new ArrayList<>(heard.themes().keySet());
        sql.update(
                KEEP,
                reader,
                song,
                heard.source(),
                heard.language(),
                emotions.toArray(String[]::new),
                weights(heard.emotions(), emotions),
                themes.toArray(String[]::new),
                weights(heard.themes(), themes));
    }

    private static double[] weights(Map<String, Double> weights, List<String> words) {
        return words.stream().mapToDouble(weights::get).toArray();
    }
}
