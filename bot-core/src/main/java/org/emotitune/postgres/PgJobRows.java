package org.emotitune.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.Stage;
import org.jspecify.annotations.Nullable;

/** Jobs as rows. */
final class PgJobRows {
    /** To be completed by a condition, and what comes after it. */
    static final String SELECT = """
            SELECT id, state, everything, asked_by, stage, done, total, asked_at, stage_at, done_then, updated_at,
                   ended_at, message
              FROM reindex_job
            """;

    /** To be completed by more conditions; the first two parameters are the present. */
    static final String CANCEL = """
            UPDATE reindex_job SET state = 'cancelled', message = 'cancelled', updated_at = ?, ended_at = ?
             WHERE ended_at IS NULL
            """;

    private PgJobRows() {}

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static Stage stage(String name) {
        return Stage.valueOf(name.toUpperCase(Locale.ROOT));
    }

    static State state(ResultSet row) throws SQLException {
        return State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    /** @param troubles reason to number of songs */
    static JobReport report(ResultSet row, Map<String, Long> troubles) throws SQLException {
        @Nullable String stage = row.getString("stage");
        return new JobReport(
                row.getLong("id"),
                state(row),
                row.getBoolean("everything"),
                row.getString("asked_by"),
                stage == null ? null : stage(stage),
                row.getLong("done"),
                row.getLong("total"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "stage_at"),
                row.getLong("done_then"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.getString("message"),
                troubles);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
