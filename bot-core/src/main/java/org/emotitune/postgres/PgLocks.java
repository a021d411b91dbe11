package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The advisory lock that keeps processes out of each other's way. Nothing here waits for it. */
final class PgLocks {
    /** Held by whoever changes the songs of the catalog at length: an import, or a job. */
    static final long CATALOG_WORK = 7_306_930_286_702L;

    private static final String TRY = "SELECT pg_try_advisory_lock(?)";
    private static final String TRY_IN_TRANSACTION = "SELECT pg_try_advisory_xact_lock(?)";
    private static final String UNLOCK = "SELECT pg_advisory_unlock(?)";

    private PgLocks() {}

    /** @return whether the session has it now, until it gives it back or ends */
    static boolean tryLock(Connection connection) throws SQLException {
        return tells(connection, TRY);
    }

    /** @return whether the session has it now, until its transaction ends */
    static boolean tryLockInTransaction(Connection connection) throws SQLException {
        return tells(connection, TRY_IN_TRANSACTION);
    }

    /** @return whether the session had it */
    static boolean unlock(Connection connection) throws SQLException {
        return tells(connection, UNLOCK);
    }

    private static boolean tells(Connection connection, String statement) throws SQLException {
        try (PreparedStatement select = Sql.prepare(connection, statement, CATALOG_WORK);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
