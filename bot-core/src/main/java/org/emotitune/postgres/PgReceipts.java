package org.emotitune.postgres;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.emotitune.reception.Receipts;

/** Receipts in PostgreSQL. Thread-safe, also among processes. */
public final class PgReceipts implements Receipts {
    /**
     * Whoever comes second waits until the first one's receipt is kept, and then has nothing to take. In one order for
     * all, so that no two wait for each other.
     */
    private static final String TAKE = """
            INSERT INTO receipt (platform, id, taken_at)
            SELECT ?, n.id, ? FROM unnest(?) AS n (id) ORDER BY n.id
            ON CONFLICT (platform, id) DO NOTHING
            RETURNING id
            """;

    private static final String FORGET = "DELETE FROM receipt WHERE taken_at < ?";

    private final Sql sql;

    public PgReceipts(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    @Override
    public Set<Long> take(String platform, Collection<Long> ids, Instant now) {
        long[] offered = ids.stream().mapToLong(Long::longValue).toArray();
        return sql.read(connection -> {
            try (PreparedStatement take = Sql.prepare(connection, TAKE, platform, now, offered)) {
                return new HashSet<>(Sql.ids(take));
            }
        });
    }

    @Override
    public void forgetBefore(Instant moment) {
        sql.update(FORGET, moment);
    }
}
