package org.emotitune.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes sure of pgvector before the first migration needs it, so that its absence is told in plain words. */
final class VectorExtension {
    /** Iterative scans of a HNSW index, without which a search can come back short, came with 0.8.0. */
    private static final String TOO_OLD = """
            SELECT FROM pg_extension
             WHERE extname = 'vector' AND string_to_array(extversion, '.')::int[] < ARRAY[0, 8]
            """;

    private VectorExtension() {}

    static void ensure(Connection connection) throws SQLException {
        install(connection);
        if (has(connection, TOO_OLD)) {
            throw new DatabaseException(
                    "The database has an extension \"vector\" older than 0.8.0: install pgvector 0.8.0"
                            + " or newer on the server, then run ALTER EXTENSION vector UPDATE in this database.");
        }
    }

    private static void install(Connection connection) throws SQLException {
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
