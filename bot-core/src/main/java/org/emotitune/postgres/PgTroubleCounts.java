package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the songs of a job by what troubles them. That takes some 20 ms for each 100,000 troubles, and followers ask
 * several times a second: the counts of the job that is not over are kept for a while. Thread-safe.
 */
final class PgTroubleCounts {
    static final Duration KEPT = Duration.ofSeconds(5);

    private static final String COUNT = """
            SELECT reason, count(DISTINCT song_id) AS songs
              FROM reindex_trouble
             WHERE job = ?
             GROUP BY reason
            """;

    private record Counts(long job, Instant at, Map<String, Long> songs) {}

    private final Clock clock;
    private volatile @Nullable Counts last;

    PgTroubleCounts(Clock clock) {
        this.clock = clock;
    }

    /** @return reason to number of songs; up to {@link #KEPT} old if the job is not over */
    Map<String, Long> of(Connection connection, long job, boolean over) throws SQLException {
        if (over) {
            return count(connection, job);
        }
        Instant now = clock.instant();
        Counts kept = last;
        if (kept == null || kept.job != job || !now.isBefore(kept.at.plus(KEPT))) {
            kept = new Counts(job, now, count(connection, job));
            last = kept;
        }
        return kept.songs;
    }

    private static Map<String, Long> count(Connection connection, long job) throws SQLException {
        Map<String, Long> songs = new HashMap<>();
        try (PreparedStatement count = Sql.prepare(connection, COUNT, job);
                ResultSet row = count.executeQuery()) {
            while (row.next()) {
                songs.put(row.getString("reason"), row.getLong("songs"));
            }
        }
        return songs;
    }
}
