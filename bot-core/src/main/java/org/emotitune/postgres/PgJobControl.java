package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.reindex.JobCancelledException;
import org.emotitune.reindex.JobControl;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.Stage;
import org.emotitune.reindex.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Writes on the connection that holds the job's lock: whoever has lost the lock can write nothing, and notices. Thread-
 * safe.
 */
final class PgJobControl implements JobControl {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final String BEGIN = """
            UPDATE reindex_job SET state = 'running', started_at = coalesce(started_at, ?), updated_at = ?
             WHERE id = ? AND ended_at IS NULL AND NOT cancel_asked
            RETURNING everything, done
            """;
    private static final String CANCEL = PgJobRows.CANCEL + "AND id = ?";
    private static final String STAGE = """
            UPDATE reindex_job SET stage = ?, done = ?, total = ?, stage_at = ?, done_then = ?, updated_at = ?
             WHERE id = ? AND ended_at IS NULL
            RETURNING cancel_asked
            """;
    private static final String PROGRESS = """
            UPDATE reindex_job SET state = ?, done = ?, updated_at = ?, ended_at = ?, message = ?
             WHERE id = ? AND ended_at IS NULL
            RETURNING cancel_asked
            """;

    private final Connection connection;
    private final long id;
    private final boolean everything;
    private final Clock clock;
    private final BooleanSupplier closing;
    private final PgJobTroubles troubles;

    private long done;
    private Instant written;
    private boolean cancelled;
    private boolean over;

    private PgJobControl(
            Connection connection, long id, boolean everything, long done, Clock clock, BooleanSupplier closing)
            throws SQLException {
        this.connection = connection;
        this.troubles = PgJobTroubles.of(connection, id);
        this.id = id;
        this.everything = everything;
        this.done = done;
        this.clock = clock;
        this.closing = closing;
        this.written = clock.instant();
    }

    /**
     * Begins the job, or goes on with it.
     *
     * @param connection holds the lock of the catalog, and commits by itself
     * @return empty if it is over, or is now because somebody cancelled it
     */
    static Optional<PgJobControl> begin(Connection connection, long id, Clock clock, BooleanSupplier closing)
            throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement begin = Sql.prepare(connection, BEGIN, now, now, id);
                ResultSet row = begin.executeQuery()) {
            if (row.next()) {
                return Optional.of(new PgJobControl(
                        connection, id, row.getBoolean("everything"), row.getLong("done"), clock, closing));
            }
        }
        Sql.update(connection, CANCEL, now, now, id);
        return Optional.empty();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public boolean everything() {
        return everything;
    }

    @Override
    public synchronized void begin(Stage stage, long doneBefore, long total) {
        done = doneBefore;
        Instant now = clock.instant();
        write(STAGE, PgJobRows.name(stage), doneBefore, total, now, doneBefore, now, id);
    }

    @Override
    public synchronized void advance(long more) {
        done += more;
        writeProgressIfDue();
    }

    @Override
    public synchronized void trouble(Trouble trouble) {
        try {
            troubles.add(trouble);
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    @Override
    public synchronized long failures() {
        return troubles.failures();
    }

    @Override
    public synchronized void check() {
        writeProgressIfDue();
        if (cancelled) {
            throw new JobCancelledException("somebody cancelled the job");
        }
        if (over || closing.getAsBoolean()) {
            throw new JobCancelledException("another process goes on with the job");
        }
    }

    /** Whether somebody asked the job to end, as far as was noticed. */
    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Writes how the job ended. */
    synchronized void end(State state, String message) {
        Instant now = clock.instant();
        write(PROGRESS, PgJobRows.name(state), done, now, now, message, id);
    }

    /** Writes that the job waits for somebody to go on. */
    synchronized void leave() {
        write(PROGRESS, PgJobRows.name(State.WAITING), done, clock.instant(), null, null, id);
    }

    private void writeProgressIfDue() {
        Instant now = clock.instant();
        if (!now.isBefore(written.plus(SECOND))) {
            write(PROGRESS, PgJobRows.name(State.RUNNING), done, now, null, null, id);
        }
    }

    private void write(String statement, @Nullable Object... parameters) {
        try (PreparedStatement update = Sql.prepare(connection, statement, parameters);
                ResultSet row = update.executeQuery()) {
            over = !row.next();
            cancelled |= !over && row.getBoolean("cancel_asked");
            written = clock.instant();
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    private static StoreUnavailableException lost(SQLException e) {
        return new StoreUnavailableException("the job lost its connection to the database", e);
    }
}
