package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Which tables an import works on. A trial has empty ones of its own and takes into them what is kept of the songs that
 * it meets: nobody waits for it, and at the end of its transaction nothing is left of them.
 */
enum PgIntakeTables {
    REAL(""),
    TRIAL("pg_temp.trial_");

    private static final List<String> PARTS = List.of("lyric", "profile", "profile_word");
    private static final List<String> COPIED =
            List.of("catalog_state", "song", "artist", "song_artist", "lyric", "profile", "profile_word");
    private static final String STATE = "INSERT INTO pg_temp.trial_catalog_state DEFAULT VALUES";

    private static final String TAKE_SONGS = """
            INSERT INTO pg_temp.trial_song OVERRIDING SYSTEM VALUE
            SELECT s.* FROM song s WHERE %s
            ON CONFLICT DO NOTHING
            RETURNING id
            """.formatted(PgIntakeReading.CONCERNED);

    private final String prefix;

    PgIntakeTables(String prefix) {
        this.prefix = prefix;
    }

    /** @param statement in which the names of all tables that an import writes to begin with {@code @} */
    String in(String statement) {
        return statement.replace("@", prefix);
    }

    /** Makes the tables, within the transaction that is the trial. */
    void make(Connection connection) throws SQLException {
        try (Statement make = connection.createStatement()) {
            for (String table : COPIED) {
                make.execute(
                        "CREATE TEMPORARY TABLE trial_%1$s (LIKE %1$s INCLUDING ALL) ON COMMIT DROP".formatted(table));
            }
            make.execute(STATE);
        }
    }

    /** Takes songs into the trial that it has not taken yet. */
    void take(Connection connection, PgIntakeReading.Concerned songs) throws SQLException {
        Long[] taken;
        try (PreparedStatement take = Sql.prepare(connection, TAKE_SONGS, songs.parameters())) {
            taken = Sql.ids(take).toArray(Long[]::new);
        }
        for (String part : PARTS) {
            Sql.update(
                    connection,
                    "INSERT INTO pg_temp.trial_%1$s SELECT p.* FROM %1$s p WHERE p.song_id = ANY (?)".formatted(part),
                    (Object) taken);
        }
    }
}
