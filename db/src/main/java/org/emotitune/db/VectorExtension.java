package org.emotitune.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes sure of pgvector before the first migration needs it, so that its absence is told in plain words. */
final class VectorExtension {
    private VectorExtension() {}

    static void ensure(Connection connection) throws SQLException {
        if (has(connection, "SELECT FROM pg_extension WHERE extname = 'vector'")) {
            return;
        }
        if (!has(connection, "SELECT FROM pg_available_extensions WHERE name = 'vector'")) {
            throw new DatabaseException("The database server has no extension \"vector\": install pgvector on it"
                    + " (for instance the image pgvector/pgvector:pg17 or the package postgresql-17-pgvector).");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS vector");
        } catch (SQLException e) {
            if (e.getSQLState().equals(SqlFailures.NOT_PERMITTED)) {
                throw new DatabaseException(
                        "The database user may not install the extension \"vector\":"
                                + " run CREATE EXTENSION vector in this database once as a superuser.",
                        e);
            }
            // Another process may have made it in between, which IF NOT EXISTS does not guard against.
            if (!has(connection, "SELECT FROM pg_extension WHERE extname = 'vector'")) {
                throw e;
            }
        }
    }

    private static boolean has(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
