package org.emotitune.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/** Brings the schema to the version that this program was built for. */
public final class Migrator {
    private static final String FOLDER = "db/migration";
    /** Flyway asks for its lock once a second; a migration that builds a large index holds it for minutes. */
    private static final int LOCK_ATTEMPTS = 600;

    private Migrator() {}

    /**
     * Applies the migrations that are missing; costs one query if there are none. Safe while other processes do the
     * same: each migration is applied once and all return with the schema complete.
     *
     * @throws DatabaseException if the server cannot be reached, refuses the user, has no such database or no pgvector,
     *     if the schema is newer than the program, or if a migration fails, which leaves the schema as it was before it
     */
    public static Migration migrate(DataSource source) {
        return migrate(source, FOLDER);
    }

    static Migration migrate(DataSource source, String folder) {
        NavigableMap<Integer, Integer> packaged = PackagedMigrations.checksums(folder);
        String newest = packaged.lastKey().toString();
        try (Connection connection = source.getConnection()) {
            NavigableMap<Integer, Integer> applied = applied(connection);
            if (!applied.isEmpty() && applied.lastKey() > packaged.lastKey()) {
                throw new DatabaseException(
                        "The database schema has version %s, but this program knows only up to %s: update EmotiTune."
                                .formatted(applied.lastKey(), newest));
            }
            if (applied.equals(packaged)) {
                return new Migration(newest, newest, 0);
            }
            VectorExtension.ensure(connection);
        } catch (SQLException e) {
            throw SqlFailures.translate(e, source);
        }
        return applyMissing(source, folder, newest);
    }

    /** Version to checksum of what was applied with success; empty if there is no schema yet. */
    private static NavigableMap<Integer, Integer> applied(Connection connection) throws SQLException {
        NavigableMap<Integer, Integer> applied = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT version::integer AS version, checksum
                        FROM flyway_schema_history
                        WHERE success AND version ~ '^[0-9]{1,9}$'
                        """)) {
            while (rows.next()) {
                applied.put(rows.getInt("version"), rows.getInt("checksum"));
            }
        } catch (SQLException e) {
            if (!SqlFailures.UNDEFINED_TABLE.equals(e.getSQLState())) {
                throw e;
            }
        }
        return applied;
    }

    private static Migration applyMissing(DataSource source, String folder, String newest) {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:" + folder)
                .loggers("slf4j")
                .initSql("SET client_min_messages = warning")
                .ignoreMigrationPatterns(new String[0])
                .validateMigrationNaming(true)
                .lockRetryCount(LOCK_ATTEMPTS)
                .load();
        try {
            MigrateResult result = flyway.migrate();
            return new Migration(blankToNull(result.initialSchemaVersion), newest, result.migrationsExecuted);
        } catch (FlywayException e) {
            throw translate(e, source);
        }
    }

    private static DatabaseException translate(FlywayException failure, DataSource source) {
        if (failure instanceof FlywayValidateException) {
            return new DatabaseException(
                    "The database schema was made by other migrations than this program's: use the program that made it,"
                            + " or a new database.",
                    failure);
        }
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return new DatabaseException(
                    "The database already holds tables of something else: give EmotiTune a database of its own.",
                    failure);
        }
        SQLException sql = SqlFailures.sql(failure);
        if (sql == null || String.valueOf(sql.getSQLState()).startsWith("08")) {
            return sql == null
                    ? new DatabaseException("The migration failed: " + SqlFailures.firstLine(failure) + ".", failure)
                    : SqlFailures.translate(sql, source);
        }
        return new DatabaseException(
                "A migration failed and was undone: %s (SQLState %s)."
                        .formatted(SqlFailures.firstLine(sql), sql.getSQLState()),
                failure);
    }

    private static @Nullable String blankToNull(@Nullable String version) {
        return version == null || version.isBlank() ? null : version;
    }
}
