package org.emotitune.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.emotitune.intake.CatalogExport;
import org.emotitune.intake.ExportedSong;
import org.jspecify.annotations.Nullable;

/** Reads all profiles of the catalog one after another, to export them and to report on their words. Thread-safe. */
public final class PgCatalogRows implements CatalogExport.Exported {
    private static final int FETCHED_AT_ONCE = 1000;

    private static final String SONGS = """
            SELECT s.id, s.spotify_id, s.title, s.artist, s.release_year, s.language, s.duration_ms, s.popularity,
                   s.artwork, s.album, s.isrc, p.source, p.terms,
                   array_agg(w.kind ORDER BY w.kind, w.weight DESC, w.name) AS kinds,
                   array_agg(w.name ORDER BY w.kind, w.weight DESC, w.name) AS names,
                   array_agg(w.weight ORDER BY w.kind, w.weight DESC, w.name) AS weights
              FROM song s
              JOIN profile p ON p.song_id = s.id
              JOIN profile_word w ON w.song_id = s.id
             WHERE ? OR s.origin <> 'starter'
             GROUP BY s.id, p.song_id
             ORDER BY s.id
            """;

    private final Sql sql;
    private final boolean withStarter;

    /** @param withStarter whether songs of the starter catalog are told of, too */
    public PgCatalogRows(DataSource dataSource, boolean withStarter) {
        this.sql = new Sql(dataSource);
        this.withStarter = withStarter;
    }

    @Override
    public void each(Consumer<ExportedSong> songs) {
        eachRow(row -> songs.accept(new ExportedSong(
                PgCatalogStore.facts(row),
                row.getString("album"),
                row.getString("isrc"),
                PgCatalogStore.profile(row),
                row.getString("source"))));
    }

    /** What the emotion words of a song were before the controlled vocabulary, and what they are. */
    public interface EachWords {
        void of(List<String> terms, List<String> words);
    }

    /** Tells of the words of every song. */
    public void eachWords(EachWords each) {
        eachRow(row -> {
            List<String> words = PgCatalogStore.profile(row).emotions().stream()
                    .map(word -> word.word())
                    .toList();
            each.of(terms(row, words), words);
        });
    }

    private static List<String> terms(ResultSet row, List<String> otherwise) throws SQLException {
        java.sql.@Nullable Array terms = row.getArray("terms");
        return terms == null ? otherwise : Arrays.asList((String[]) terms.getArray());
    }

    private interface EachRow {
        void of(ResultSet row) throws SQLException;
    }

    /** Only within a transaction does the driver fetch rows a few at a time. */
    private void eachRow(EachRow each) {
        sql.inTransaction(connection -> {
            try (PreparedStatement select = Sql.prepare(connection, SONGS, withStarter)) {
                select.setFetchSize(FETCHED_AT_ONCE);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        each.of(row);
                    }
                }
                return true;
            }
        });
    }
}
