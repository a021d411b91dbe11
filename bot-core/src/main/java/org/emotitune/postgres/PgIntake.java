package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.intake.IntakeBatch;
import org.emotitune.intake.IntakeBatch.Entry;
import org.emotitune.intake.IntakeStore.Change;
import org.emotitune.intake.IntakeStore.Intake;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.intake.KeptSong.Manner;
import org.emotitune.postgres.PgIntakeReading.Concerned;

/** An import on a connection of its own, whose session holds the lock. For one thread. */
final class PgIntake implements Intake {
    /** Takes turns with whoever loads the starter catalog. Everything is looked up by a key, and never planned anew. */
    private static final String BEGIN = """
            SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)
              FROM @catalog_state
               FOR UPDATE
            """;

    private static final String RAISE = "UPDATE @catalog_state SET revision = revision + 1";

    /** Somebody who is given songs holds them for a moment, in an order of their own. */
    private static final String DEADLOCK = "40P01";

    private static final int ATTEMPTS = 5;

    private final Connection connection;
    private final Manner manner;
    private final PgIntakeTables tables;

    /** @param connection has the lock; given back with the import */
    PgIntake(Connection connection, Manner manner, boolean trial) throws SQLException {
        this.connection = connection;
        this.manner = manner;
        this.tables = trial ? PgIntakeTables.TRIAL : PgIntakeTables.REAL;
        if (trial) {
            connection.setAutoCommit(false);
            tables.make(connection);
        }
    }

    @Override
    public List<Change> keep(List<Row> rows) {
        try {
            return tables == PgIntakeTables.TRIAL ? write(rows) : keep(rows, 1);
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database did not answer", e);
        }
    }

    private List<Change> keep(List<Row> rows, int attempt) throws SQLException {
        try {
            return Sql.inTransaction(connection, transaction -> write(rows));
        } catch (SQLException e) {
            if (DEADLOCK.equals(e.getSQLState()) && attempt < ATTEMPTS) {
                return keep(rows, attempt + 1);
            }
            throw e;
        }
    }

    private List<Change> write(List<Row> rows) throws SQLException {
        try (PreparedStatement begin = Sql.prepare(connection, tables.in(BEGIN))) {
            begin.execute();
        }
        Concerned concerned = Concerned.of(rows);
        if (tables == PgIntakeTables.TRIAL) {
            tables.take(connection, concerned);
        }
        IntakeBatch batch = new IntakeBatch(manner, PgIntakeReading.songs(connection, tables, concerned));
        List<Change> changes = rows.stream().map(batch::add).toList();
        List<Entry> changed = batch.changed();
        if (!changed.isEmpty()) {
            new PgIntakeParts(connection, tables).write(new PgIntakeSongs(connection, tables).write(changed));
        }
        if (changed.stream().anyMatch(Entry::concernsSearch)) {
            Sql.update(connection, tables.in(RAISE));
        }
        return changes;
    }

    /**
     * A pool would hand the session on with its lock: one that cannot be cleared ends instead, which takes back a trial
     * and gives back the lock as well.
     */
    @Override
    public void close() {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            PgLocks.unlock(connection);
        } catch (SQLException e) {
            abort();
        }
    }

    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new StoreUnavailableException("the connection of an import could not be ended", e);
        }
    }
}
