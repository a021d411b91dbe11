package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.emotitune.index.StoreUnavailableException;

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
