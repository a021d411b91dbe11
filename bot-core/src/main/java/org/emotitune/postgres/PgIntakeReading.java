package org.emotitune.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.emotitune.intake.IntakeBatch;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.intake.KeptSong;
import org.jspecify.annotations.Nullable;

/** Reads what is kept of the songs that a batch of an import may be. */
final class PgIntakeReading {
    /**
     * Songs with the Spotify id of a row; those with the key of a row that has an id, where that can be the same song;
     * those with the key of a row without one. Of a title that a thousand recordings have, not all are read.
     */
    static final String CONCERNED = """
            (s.spotify_id = ANY (?)
             OR (s.match_key = ANY (?) AND (s.spotify_id IS NULL OR s.origin = 'starter'))
             OR s.match_key = ANY (?))
            """;

    private static final String SONGS = """
            SELECT s.id, s.spotify_id, s.title, s.artist, s.release_year, s.language, s.duration_ms, s.popularity,
                   s.artwork, s.album, s.isrc, s.popularity_source, s.origin,
                   l.source AS lyric_source, l.hash, l.words IS NOT NULL AS has_words,
                   p.source, p.lyric_hash, p.reader, p.vocabulary, p.terms, w.kinds, w.names, w.weights
              FROM @song s
              LEFT JOIN @lyric l ON l.song_id = s.id AND l.state = 'found'
              LEFT JOIN @profile p ON p.song_id = s.id
              LEFT JOIN LATERAL (
                    SELECT array_agg(kind) AS kinds, array_agg(name) AS names, array_agg(weight) AS weights
                      FROM @profile_word
                     WHERE song_id = p.song_id) AS w ON true
             WHERE %s
             ORDER BY s.id
            """.formatted(CONCERNED);

    /** What songs are looked for by. */
    record Concerned(List<String> spotifyIds, List<String> keysOfReleases, List<String> keys) {
        static Concerned of(List<Row> rows) {
            Predicate<Row> release = row -> row.song().facts().spotifyId() != null;
            return new Concerned(
                    rows.stream()
                            .map(row -> row.song().facts().spotifyId())
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList(),
                    keys(rows.stream().filter(release)),
                    keys(rows.stream().filter(release.negate())));
        }

        private static List<String> keys(Stream<Row> rows) {
            return rows.map(IntakeBatch::key)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
        }

        Object[] parameters() {
            return Stream.of(spotifyIds, keysOfReleases, keys)
                    .map(texts -> texts.toArray(String[]::new))
                    .toArray();
        }
    }

    private PgIntakeReading() {}

    /** @return songs by id, ascending */
    static SequencedMap<Long, KeptSong> songs(Connection connection, PgIntakeTables tables, Concerned concerned)
            throws SQLException {
        SequencedMap<Long, KeptSong> songs = new LinkedHashMap<>();
        try (PreparedStatement select = Sql.prepare(connection, tables.in(SONGS), concerned.parameters());
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                songs.put(row.getLong("id"), song(row));
            }
        }
        return songs;
    }

    private static KeptSong song(ResultSet row) throws SQLException {
        String hash = row.getString("hash");
        String source = row.getString("source");
        return new KeptSong(
                PgCatalogStore.facts(row),
                row.getString("album"),
                row.getString("isrc"),
                row.getString("popularity_source"),
                row.getString("origin").equals("starter"),
                hash == null
                        ? null
                        : new KeptSong.Lyric(row.getString("lyric_source"), hash, row.getBoolean("has_words")),
                source == null ? null : reading(row, source));
    }

    private static KeptSong.Reading reading(ResultSet row, String source) throws SQLException {
        Map<String, Float> emotions = new HashMap<>();
        Map<String, Float> themes = new HashMap<>();
        String[] kinds = texts(row, "kinds");
        String[] names = texts(row, "names");
        if (kinds != null && names != null) {
            Float[] weights = (Float[]) row.getArray("weights").getArray();
            for (int i = 0; i < kinds.length; i++) {
                (kinds[i].equals("emotion") ? emotions : themes).put(names[i], weights[i]);
            }
        }
        String[] terms = texts(row, "terms");
        return new KeptSong.Reading(
                source,
                row.getString("lyric_hash"),
                row.getString("reader"),
                row.getString("vocabulary"),
                terms == null ? null : List.of(terms),
                emotions,
                themes);
    }

    private static String @Nullable [] texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? null : (String[]) array.getArray();
    }
}
