package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.emotitune.reindex.Stage;
import org.emotitune.reindex.Trouble;
import org.emotitune.song.SongId;

/** Troubles of a running job: those of earlier runs, too. The failed songs are kept in memory. Not thread-safe. */
final class PgJobTroubles {
    private static final String FAILED = "SELECT song_id, stage FROM reindex_trouble WHERE job = ? AND failure";
    /** A song that is gone by now is in no trouble. */
    private static final String ADD = """
            INSERT INTO reindex_trouble (job, song_id, stage, failure, reason)
            SELECT ?, s.id, ?, ?, ? FROM song s WHERE s.id = ?
            ON CONFLICT (job, song_id, stage) DO UPDATE SET failure = excluded.failure, reason = excluded.reason
            """;

    private final Connection connection;
    private final long job;
    private final Map<SongId, Set<Stage>> failed = new HashMap<>();

    private PgJobTroubles(Connection connection, long job) {
        this.connection = connection;
        this.job = job;
    }

    static PgJobTroubles of(Connection connection, long job) throws SQLException {
        PgJobTroubles troubles = new PgJobTroubles(connection, job);
        try (PreparedStatement select = Sql.prepare(connection, FAILED, job);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                troubles.fail(new SongId(row.getLong("song_id")), PgJobRows.stage(row.getString("stage")));
            }
        }
        return troubles;
    }

    void add(Trouble trouble) throws SQLException {
        Stage stage = trouble.stage();
        SongId song = trouble.song();
        Sql.update(connection, ADD, job, PgJobRows.name(stage), trouble.failure(), trouble.reason(), song.value());
        if (trouble.failure()) {
            fail(song, stage);
        } else {
            failed.computeIfPresent(song, (same, stages) -> {
                stages.remove(stage);
                return stages.isEmpty() ? null : stages;
            });
        }
    }

    private void fail(SongId song, Stage stage) {
        failed.computeIfAbsent(song, same -> EnumSet.noneOf(Stage.class)).add(stage);
    }

    long failures() {
        return failed.size();
    }
}
