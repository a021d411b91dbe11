package org.emotitune.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.emotitune.admin.JobMessages;

/** Which messages show the progress of jobs, in PostgreSQL. Thread-safe. */
public final class PgJobMessages implements JobMessages {
    private static final String KEEP = """
            INSERT INTO job_message (job, platform, place, thread, message) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (job, platform, place, message) DO NOTHING
            """;
    private static final String OF = """
            SELECT job, platform, place, thread, message
              FROM job_message
             WHERE platform = ?
             ORDER BY job, place, message
            """;
    private static final String DROP = """
            DELETE FROM job_message WHERE job = ? AND platform = ? AND place = ? AND message = ?
            """;
    /** Not an update: a message of that number may be there already. */
    private static final String MOVE = """
            WITH gone AS (
                DELETE FROM job_message WHERE platform = ? AND place = ? RETURNING job, platform, thread, message
            )
            INSERT INTO job_message (job, platform, place, thread, message)
            SELECT job, platform, ?, thread, message FROM gone
            ON CONFLICT (job, platform, place, message) DO NOTHING
            """;

    private static final String DROP_ALL = "DELETE FROM job_message WHERE platform = ? AND place = ?";

    private final Sql sql;

    public PgJobMessages(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    @Override
    public void keep(JobMessage message) {
        sql.update(KEEP, message.job(), message.platform(), message.place(), message.thread(), message.message());
    }

    @Override
    public List<JobMessage> of(String platform) {
        return sql.read(connection -> {
            List<JobMessage> messages = new ArrayList<>();
            try (PreparedStatement select = Sql.prepare(connection, OF, platform);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    messages.add(message(row));
                }
            }
            return messages;
        });
    }

    private static JobMessage message(ResultSet row) throws SQLException {
        return new JobMessage(
                row.getLong("job"),
                row.getString("platform"),
                row.getString("place"),
                row.getString("thread"),
                row.getString("message"));
    }

    @Override
    public void drop(JobMessage message) {
        sql.update(DROP, message.job(), message.platform(), message.place(), message.message());
    }

    @Override
    public void move(String platform, String from, String to) {
        if (!from.equals(to)) {
            sql.update(MOVE, platform, from, to);
        }
    }

    @Override
    public void dropAll(String platform, String place) {
        sql.update(DROP_ALL, platform, place);
    }
}
