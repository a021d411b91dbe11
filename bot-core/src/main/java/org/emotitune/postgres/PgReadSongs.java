package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.emotitune.reindex.ReindexStore.Read;
import org.emotitune.reindex.ReindexStore.Work;

/** Writes what a job has read of songs, within a transaction of its caller's. */
final class PgReadSongs {
    private static final String LANGUAGE = "UPDATE song SET language = ? WHERE id = ? AND language IS NULL";

    /** Lyrics that have changed meanwhile wait on. */
    private static final String HAS_BEEN_READ = """
            UPDATE lyric SET words = CASE WHEN ? THEN words END, refused_by = ? WHERE song_id = ? AND hash = ?
            """;

    private final boolean keepLyrics;

    PgReadSongs(boolean keepLyrics) {
        this.keepLyrics = keepLyrics;
    }

    void keep(Connection connection, Work work, String source, List<Read> songs) throws SQLException {
        List<PgProfileRows.Row> rows = new ArrayList<>();
        for (Read read : songs) {
            read.profile()
                    .ifPresent(profile -> rows.add(new PgProfileRows.Row(
                            read.song().value(),
                            source,
                            profile,
                            read.hash(),
                            work.reader(),
                            work.vocabulary(),
                            read.terms(),
                            work.job())));
        }
        if (!rows.isEmpty()) {
            Sql.update(connection, PgReindexStore.CHANGED);
            new PgProfileRows(connection).keep(rows);
        }
        try (PreparedStatement language = connection.prepareStatement(LANGUAGE);
                PreparedStatement lyric = connection.prepareStatement(HAS_BEEN_READ)) {
            for (Read read : songs) {
                if (read.language() != null) {
                    language.setString(1, read.language());
                    language.setLong(2, read.song().value());
                    language.addBatch();
                }
                lyric.setBoolean(1, keepLyrics);
                lyric.setString(2, read.profile().isPresent() ? null : work.reader() + " " + work.vocabulary());
                lyric.setLong(3, read.song().value());
                lyric.setString(4, read.hash());
                lyric.addBatch();
            }
            language.executeBatch();
            lyric.executeBatch();
        }
    }
}
