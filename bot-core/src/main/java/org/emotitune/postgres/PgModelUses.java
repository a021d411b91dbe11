package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.emotitune.llm.Ledger.Event;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.llm.Ledger.Use;
import org.emotitune.llm.Tokens;

/** Reads what was used of a language model. */
final class PgModelUses {
    private static final String EVENTS_OF_DAY = "SELECT purpose, event, times FROM model_event WHERE day = ?";
    private static final String USES_OF_DAY = """
            SELECT purpose, calls, input_tokens, output_tokens FROM model_use WHERE day = ?
            """;
    private static final String USE_OF_JOB = """
            SELECT calls, input_used AS input_tokens, output_used AS output_tokens FROM model_job WHERE job = ?
            """;

    private static final String TAKEN_ON_DAY = """
            SELECT input_used + input_aside AS input_tokens, output_used + output_aside AS output_tokens
              FROM model_day
             WHERE day = ?
            """;

    private PgModelUses() {}

    static Map<Purpose, Use> on(Connection connection, LocalDate day) throws SQLException {
        Map<Purpose, Map<Event, Long>> events = events(connection, day);
        Map<Purpose, Use> uses = new EnumMap<>(Purpose.class);
        events.forEach((purpose, happened) -> uses.put(purpose, new Use(0, Tokens.NONE, happened)));
        try (PreparedStatement select = Sql.prepare(connection, USES_OF_DAY, day);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Purpose purpose = purpose(row);
                uses.put(purpose, use(row, events.getOrDefault(purpose, Map.of())));
            }
        }
        return uses;
    }

    private static Map<Purpose, Map<Event, Long>> events(Connection connection, LocalDate day) throws SQLException {
        Map<Purpose, Map<Event, Long>> events = new EnumMap<>(Purpose.class);
        try (PreparedStatement select = Sql.prepare(connection, EVENTS_OF_DAY, day);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Event event = Event.valueOf(row.getString("event").toUpperCase(Locale.ROOT));
                events.computeIfAbsent(purpose(row), key -> new EnumMap<>(Event.class))
                        .put(event, row.getLong("times"));
            }
        }
        return events;
    }

    /** @return what was used and what is set aside */
    static Tokens taken(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement select = Sql.prepare(connection, TAKEN_ON_DAY, day);
                ResultSet row = select.executeQuery()) {
            return row.next() ? tokens(row) : Tokens.NONE;
        }
    }

    static Use job(Connection connection, long job) throws SQLException {
        try (PreparedStatement select = Sql.prepare(connection, USE_OF_JOB, job);
                ResultSet row = select.executeQuery()) {
            return row.next() ? use(row, Map.of()) : new Use(0, Tokens.NONE, Map.of());
        }
    }

    private static Purpose purpose(ResultSet row) throws SQLException {
        return Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT));
    }

    private static Use use(ResultSet row, Map<Event, Long> events) throws SQLException {
        return new Use(row.getLong("calls"), tokens(row), events);
    }

    /** @param row with the columns "input_tokens" and "output_tokens" */
    static Tokens tokens(ResultSet row) throws SQLException {
        return new Tokens(row.getLong("input_tokens"), row.getLong("output_tokens"));
    }
}
