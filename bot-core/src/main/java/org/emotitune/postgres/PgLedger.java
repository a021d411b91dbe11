package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.emotitune.llm.Ledger;
import org.emotitune.llm.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The costs of a language model in PostgreSQL. Whoever sets something aside holds the rows of the job and the day until
 * that is decided, so all processes together pass no limit; all take the job's row first, so no two wait for each other.
 */
public final class PgLedger implements Ledger {
    /** To be completed by table and key. */
    private static final String SET_ASIDE = """
            INSERT INTO %1$s AS t (%2$s, input_aside, output_aside) VALUES (?, ?, ?)
            ON CONFLICT (%2$s) DO UPDATE
               SET input_aside = t.input_aside + excluded.input_aside,
                   output_aside = t.output_aside + excluded.output_aside
            RETURNING input_used + input_aside AS input_tokens, output_used + output_aside AS output_tokens
            """;

    private static final String SET_ASIDE_OF_JOB = SET_ASIDE.formatted("model_job", "job");
    private static final String SET_ASIDE_OF_DAY = SET_ASIDE.formatted("model_day", "day");

    /** To be completed by table and key. Not below zero: an operator may have emptied the table meanwhile. */
    private static final String SETTLE = """
            UPDATE %1$s
               SET calls = calls + ?, input_used = input_used + ?, output_used = output_used + ?,
                   input_aside = greatest(0, input_aside - ?), output_aside = greatest(0, output_aside - ?)
             WHERE %2$s = ?
            """;

    private static final String SETTLE_JOB = SETTLE.formatted("model_job", "job");
    private static final String SETTLE_DAY = SETTLE.formatted("model_day", "day");

    /**
     * Without it all calls at once would wait in one line for the disk. So the last half second before the database
     * server itself dies may go uncounted; a process that dies takes nothing with it.
     */
    private static final String WITHOUT_DISK = "SET LOCAL synchronous_commit TO off";

    private static final String USE = """
            INSERT INTO model_use AS u (day, purpose, calls, input_tokens, output_tokens) VALUES (?, ?, 1, ?, ?)
            ON CONFLICT (day, purpose) DO UPDATE
               SET calls = u.calls + 1, input_tokens = u.input_tokens + excluded.input_tokens,
                   output_tokens = u.output_tokens + excluded.output_tokens
            """;
    private static final String COUNT = """
            INSERT INTO model_event AS e (day, purpose, event, times) VALUES (?, ?, ?, 1)
            ON CONFLICT (day, purpose, event) DO UPDATE SET times = e.times + 1
            """;

    private final Sql sql;
    private final Limits limits;
    private final InstantSource clock;
    private final CallsUnderWay underWay = new CallsUnderWay();

    public PgLedger(DataSource dataSource, Limits limits, InstantSource clock) {
        this.sql = new Sql(dataSource);
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Optional<Limit> reserve(Purpose purpose, @Nullable Long job, Tokens most) {
        LocalDate today = today();
        Optional<Limit> passed = inTransaction(connection -> {
            Optional<Limit> inTheWay = setAside(connection, job, today, most);
            if (inTheWay.isPresent()) {
                connection.rollback();
            }
            return inTheWay;
        });
        if (passed.isEmpty()) {
            underWay.begin(purpose, job, most, today);
        }
        return passed;
    }

    private Optional<Limit> setAside(Connection connection, @Nullable Long job, LocalDate today, Tokens most)
            throws SQLException {
        Optional<Limit> passed =
                job == null ? Optional.empty() : limits.passedByJob(taken(connection, SET_ASIDE_OF_JOB, job, most));
        return passed.isPresent() ? passed : limits.passedByDay(taken(connection, SET_ASIDE_OF_DAY, today, most));
    }

    private static Tokens taken(Connection connection, String statement, Object key, Tokens most) throws SQLException {
        try (PreparedStatement insert = Sql.prepare(connection, statement, key, most.input(), most.output());
                ResultSet row = insert.executeQuery()) {
            row.next();
            return PgModelUses.tokens(row);
        }
    }

    /**
     * Does not let itself be interrupted: a call that took too long has cost something, too, and virtual threads that
     * are interrupted lose their connection.
     */
    @Override
    public void settle(Purpose purpose, @Nullable Long job, Tokens most, Tokens used) {
        LocalDate day = underWay.end(purpose, job, most);
        boolean interrupted = Thread.interrupted();
        try {
            inTransaction(connection -> {
                int jobs = job == null ? 0 : settle(connection, SETTLE_JOB, job, most, used);
                int uses = used.equals(Tokens.NONE)
                        ? 0
                        : Sql.update(connection, USE, day, name(purpose), used.input(), used.output());
                return jobs + uses + settle(connection, SETTLE_DAY, day, most, used);
            });
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static int settle(Connection connection, String statement, Object key, Tokens most, Tokens used)
            throws SQLException {
        int calls = used.equals(Tokens.NONE) ? 0 : 1;
        return Sql.update(connection, statement, calls, used.input(), used.output(), most.input(), most.output(), key);
    }

    @Override
    public void count(Purpose purpose, Event event) {
        LocalDate today = today();
        inTransaction(connection -> Sql.update(connection, COUNT, today, name(purpose), name(event)));
    }

    @Override
    public Map<Purpose, Use> on(LocalDate day) {
        return sql.read(connection -> PgModelUses.on(connection, day));
    }

    @Override
    public Tokens takenToday() {
        return sql.read(connection -> PgModelUses.taken(connection, today()));
    }

    @Override
    public Use job(long job) {
        return sql.read(connection -> PgModelUses.job(connection, job));
    }

    private <T> T inTransaction(Sql.Work<T> work) {
        return sql.inTransaction(connection -> {
            Sql.update(connection, WITHOUT_DISK);
            return work.on(connection);
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
