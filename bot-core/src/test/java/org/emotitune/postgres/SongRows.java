package org.emotitune.postgres;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.emotitune.song.SongId;
import org.emotitune.testing.Query;

/** Songs in the database that nothing is known of. */
final class SongRows {
    private SongRows() {}

    /** Adds songs. */
    static List<SongId> add(DataSource source, int count) throws SQLException {
        return Query.column(source, """
                INSERT INTO song (title, artist, match_key, origin)
                SELECT 'Song ' || n, 'The Testers', 'song ' || n, 'starter' FROM generate_series(1, %d) AS n
                RETURNING id
                """.formatted(count)).stream()
                .map(id -> new SongId(Long.parseLong(id)))
                .toList();
    }
}
