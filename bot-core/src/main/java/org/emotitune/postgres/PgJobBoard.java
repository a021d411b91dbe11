package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.reindex.JobBoard;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.Trouble;
import org.emotitune.song.SongId;

/** Jobs in PostgreSQL. All methods throw {@link StoreUnavailableException} if the database fails. Thread-safe. */
public final class PgJobBoard implements JobBoard {
    /** Waits for another one that is being inserted at this moment. */
    private static final String ASK = """
            INSERT INTO reindex_job (state, everything, asked_by, asked_at, updated_at)
            VALUES ('waiting', ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING id
            """;

    private static final String SCHEDULE = """
            INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            VALUES (?, ?, ?, false, 1)
            """;
    /** Those of the last ten jobs are kept. */
    private static final String FORGET_TROUBLES = """
            DELETE FROM reindex_trouble
             WHERE job <= (SELECT id FROM reindex_job ORDER BY id DESC OFFSET 10 LIMIT 1)
            """;

    private static final String CURRENT = PgJobRows.SELECT + "WHERE ended_at IS NULL";
    private static final String JOB = PgJobRows.SELECT + "WHERE id = ?";
    private static final String LAST = PgJobRows.SELECT + "ORDER BY id DESC LIMIT ?";
    private static final String CANCEL = "UPDATE reindex_job SET cancel_asked = true WHERE ended_at IS NULL";
    private static final String CANCEL_AT_ONCE = PgJobRows.CANCEL + "AND (state = 'waiting' OR ?)";
    private static final String TROUBLES = """
            SELECT s.spotify_id, s.title, s.artist, t.song_id, t.stage, t.failure, t.reason
              FROM reindex_trouble t
              JOIN song s ON s.id = t.song_id
             WHERE t.job = ?
             ORDER BY s.title, t.song_id, t.stage
            """;
    private static final int ROWS_AT_A_TIME = 500;
    private static final int ATTEMPTS = 10;

    private final Sql sql;
    private final Clock clock;
    private final Runnable asked;
    private final PgTroubleCounts counts;

    /** @param asked called when a job waits to be begun; may do nothing where another process does it */
    public PgJobBoard(DataSource dataSource, Clock clock, Runnable asked) {
        this.sql = new Sql(dataSource);
        this.clock = clock;
        this.asked = asked;
        this.counts = new PgTroubleCounts(clock);
    }

    @Override
    public Started start(boolean everything, String askedBy) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Started> started = sql.inTransaction(connection -> ask(connection, everything, askedBy));
            if (started.isPresent()) {
                if (started.get() instanceof Started.Begun) {
                    asked.run();
                }
                return started.get();
            }
        }
        throw new StoreUnavailableException("the database tells of another job, and then of none");
    }

    /** @return empty if the job that is in the way ends at this moment */
    private Optional<Started> ask(Connection connection, boolean everything, String askedBy) throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement insert = Sql.prepare(connection, ASK, everything, askedBy, now, now);
                ResultSet row = insert.executeQuery()) {
            if (row.next()) {
                long id = row.getLong("id");
                Sql.update(connection, SCHEDULE, PgJobTask.NAME, Long.toString(id), now);
                Sql.update(connection, FORGET_TROUBLES);
                return Optional.of(
                        new Started.Begun(reports(connection, JOB, id).getFirst()));
            }
        }
        return reports(connection, CURRENT).stream()
                .<Started>map(Started.Busy::new)
                .findFirst();
    }

    @Override
    public Optional<JobReport> current() {
        return reports(CURRENT).stream().findFirst();
    }

    @Override
    public Optional<JobReport> job(long id) {
        return reports(JOB, id).stream().findFirst();
    }

    @Override
    public List<JobReport> last(int most) {
        return reports(LAST, most);
    }

    /** A job whose process died is ended here: nobody holds its lock. */
    @Override
    public boolean cancel() {
        Instant now = clock.instant();
        return sql.inTransaction(connection -> {
            boolean any = Sql.update(connection, CANCEL) > 0;
            if (any) {
                Sql.update(connection, CANCEL_AT_ONCE, now, now, PgLeftJobs.nobodyIsAtIt(connection));
            }
            return any;
        });
    }

    @Override
    public void troubles(long job, Consumer<SongTrouble> each) {
        sql.inTransaction(connection -> {
            try (PreparedStatement select = Sql.prepare(connection, TROUBLES, job)) {
                select.setFetchSize(ROWS_AT_A_TIME);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        each.accept(trouble(row));
                    }
                }
                return true;
            }
        });
    }

    private static SongTrouble trouble(ResultSet row) throws SQLException {
        Trouble trouble = new Trouble(
                new SongId(row.getLong("song_id")),
                PgJobRows.stage(row.getString("stage")),
                row.getBoolean("failure"),
                row.getString("reason"));
        return new SongTrouble(row.getString("spotify_id"), row.getString("title"), row.getString("artist"), trouble);
    }

    private List<JobReport> reports(String select, Object... parameters) {
        return sql.read(connection -> reports(connection, select, parameters));
    }

    private List<JobReport> reports(Connection connection, String statement, Object... parameters) throws SQLException {
        try (PreparedStatement select = Sql.prepare(connection, statement, parameters);
                ResultSet row = select.executeQuery()) {
            List<JobReport> reports = new ArrayList<>();
            while (row.next()) {
                boolean over = PgJobRows.state(row).isOver();
                reports.add(PgJobRows.report(row, counts.of(connection, row.getLong("id"), over)));
            }
            return reports;
        }
    }
}
