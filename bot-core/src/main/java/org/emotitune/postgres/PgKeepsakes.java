package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.emotitune.emotion.Language;
import org.emotitune.person.Keepsakes;
import org.emotitune.person.PersonKey;
import org.emotitune.person.PlaceKey;
import org.emotitune.person.Stance;
import org.jspecify.annotations.Nullable;

/** Reads all that is kept of one person. */
final class PgKeepsakes {
    private static final String PERSON = "SELECT chosen_language, last_language, last_here FROM person WHERE key = ?";
    private static final String GIVEN = """
            SELECT s.title, s.artist, g.place_key, g.given_at
              FROM given g
              JOIN song s ON s.id = g.song_id
             WHERE g.person_key = ?
             ORDER BY g.given_at DESC, s.id
            """;
    private static final String VOTES = """
            SELECT s.title, s.artist, v.up, v.voted_at
              FROM vote v
              JOIN song s ON s.id = v.song_id
             WHERE v.person_key = ?
             ORDER BY v.voted_at DESC, s.id
            """;

    private final Connection connection;

    PgKeepsakes(Connection connection) {
        this.connection = connection;
    }

    Keepsakes of(PersonKey person) throws SQLException {
        try (PreparedStatement select = Sql.prepare(connection, PERSON, person.value());
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new Keepsakes(
                            language(row, "chosen_language"),
                            language(row, "last_language"),
                            instant(row, "last_here"),
                            given(person),
                            votes(person))
                    : new Keepsakes(null, null, null, List.of(), List.of());
        }
    }

    private List<Keepsakes.Given> given(PersonKey person) throws SQLException {
        List<Keepsakes.Given> given = new ArrayList<>();
        try (PreparedStatement select = Sql.prepare(connection, GIVEN, person.value());
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                given.add(new Keepsakes.Given(
                        row.getString("title"),
                        row.getString("artist"),
                        new PlaceKey(row.getObject("place_key", UUID.class)),
                        instant(row, "given_at")));
            }
        }
        return given;
    }

    private List<Keepsakes.Vote> votes(PersonKey person) throws SQLException {
        List<Keepsakes.Vote> votes = new ArrayList<>();
        try (PreparedStatement select = Sql.prepare(connection, VOTES, person.value());
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                votes.add(new Keepsakes.Vote(
                        row.getString("title"),
                        row.getString("artist"),
                        row.getBoolean("up") ? Stance.UP : Stance.DOWN,
                        instant(row, "voted_at")));
            }
        }
        return votes;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** @return null where there is none, or one that this version does not speak */
    static @Nullable Language language(ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : Language.of(code).orElse(null);
    }
}
