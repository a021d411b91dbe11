package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Jobs that were left behind by a process that is gone: they go on at once, not when its heartbeats are missed. */
final class PgLeftJobs {
    private static final String SCHEDULE = """
            INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            SELECT ?, id::text, ?, false, 1 FROM reindex_job WHERE ended_at IS NULL
            ON CONFLICT DO NOTHING
            """;
    private static final String WAIT = "UPDATE reindex_job SET state = 'waiting' WHERE state = 'running'";
    private static final String RELEASE = """
            UPDATE scheduled_tasks
               SET picked = false, picked_by = NULL, last_heartbeat = NULL, execution_time = ?, version = version + 1
             WHERE task_name = ? AND picked
            """;

    private PgLeftJobs() {}

    static void takeUp(Sql sql, Instant now) {
        sql.inTransaction(connection -> {
            int scheduled = Sql.update(connection, SCHEDULE, PgJobTask.NAME, now);
            return nobodyIsAtIt(connection) ? scheduled + release(connection, now) : scheduled;
        });
    }

    /** Whoever is at a job holds the lock; it is held here, too, until what is left is released. */
    static boolean nobodyIsAtIt(Connection connection) throws SQLException {
        return PgLocks.tryLockInTransaction(connection);
    }

    private static int release(Connection connection, Instant now) throws SQLException {
        return Sql.update(connection, WAIT) + Sql.update(connection, RELEASE, now, PgJobTask.NAME);
    }
}
