package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.emotitune.index.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/** Runs work on a connection and translates what fails, once, for all stores. */
final class Sql {

    /** Work that needs a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @throws StoreUnavailableException if the database fails */
    <T> T read(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database did not answer", e);
        }
    }

    /**
     * One statement that changes something, in a transaction of its own.
     *
     * @return how many rows were changed
     * @throws StoreUnavailableException if the database fails
     */
    int update(String statement, @Nullable Object... parameters) {
        return read(connection -> update(connection, statement, parameters));
    }

    static int update(Connection connection, String statement, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement update = prepare(connection, statement, parameters)) {
            return update.executeUpdate();
        }
    }

    /** @param parameters what the driver knows, arrays of primitives too; instants become times with a zone */
    static PreparedStatement prepare(Connection connection, String statement, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            prepared.setObject(i + 1, parameter instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : parameter);
        }
        return prepared;
    }

    /** @return the column "id" of what a statement returns, in its order */
    static List<Long> ids(PreparedStatement statement) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong("id"));
            }
        }
        return ids;
    }

    /** One transaction: all of the work is kept, or none of it. */
    <T> T inTransaction(Work<T> work) {
        return read(connection -> inTransaction(connection, work));
    }

    /** One transaction on a connection that commits by itself before and after. */
    static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
