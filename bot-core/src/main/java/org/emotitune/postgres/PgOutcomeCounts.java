package org.emotitune.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.emotitune.conversation.OutcomeCounts;

/** Counts of answers in PostgreSQL. Thread-safe, also among processes. */
public final class PgOutcomeCounts implements OutcomeCounts {
    /** In one order for all processes, so that no two wait for each other. */
    private static final String ADD = """
            INSERT INTO answer_count AS c (day, outcome, answers)
            SELECT ?, n.outcome, n.answers FROM unnest(?, ?) AS n (outcome, answers) ORDER BY n.outcome
            ON CONFLICT (day, outcome) DO UPDATE SET answers = c.answers + excluded.answers
            """;

    private static final String SINCE =
            "SELECT outcome, sum(answers)::bigint AS answers FROM answer_count WHERE day >= ? GROUP BY outcome";

    private final Sql sql;

    public PgOutcomeCounts(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    @Override
    public void add(Map<String, Long> countsOfOneDay, LocalDate day) {
        Map<String, Long> counts = new TreeMap<>(countsOfOneDay);
        String[] outcomes = counts.keySet().toArray(String[]::new);
        long[] answers = counts.values().stream().mapToLong(Long::longValue).toArray();
        sql.update(ADD, day, outcomes, answers);
    }

    @Override
    public Map<String, Long> since(LocalDate day) {
        return sql.read(connection -> {
            try (PreparedStatement select = Sql.prepare(connection, SINCE, day);
                    ResultSet row = select.executeQuery()) {
                Map<String, Long> counts = new TreeMap<>();
                while (row.next()) {
                    counts.put(row.getString("outcome"), row.getLong("answers"));
                }
                return counts;
            }
        });
    }
}
