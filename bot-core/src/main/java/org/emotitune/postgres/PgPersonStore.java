package org.emotitune.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.emotitune.emotion.Language;
import org.emotitune.person.Acquaintance;
import org.emotitune.person.Keepsakes;
import org.emotitune.person.PersonKey;
import org.emotitune.person.PersonStore;
import org.emotitune.person.PlaceKey;
import org.emotitune.person.Stance;
import org.emotitune.person.Votes;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of people, in PostgreSQL. Every statement locks the person's row first, then songs, then what hangs on
 * both, so that people who tap faster than they are answered wait in line and never in a circle.
 */
public final class PgPersonStore implements PersonStore {
    private static final String OF = """
            SELECT p.chosen_language, p.last_language,
                   ARRAY(SELECT g.song_id FROM given g WHERE g.person_key = p.key AND g.given_at >= ?) AS recent,
                   ARRAY(SELECT v.song_id FROM vote v WHERE v.person_key = p.key AND v.up) AS liked,
                   ARRAY(SELECT v.song_id FROM vote v WHERE v.person_key = p.key AND NOT v.up) AS disliked
              FROM person p
             WHERE p.key = ?
            """;
    /**
     * One round trip, and no waiting for the disk: {@code set_config(…, true)} is SET LOCAL, and counts for the commit of
     * this statement alone. What a crash may lose is the last moment of what was given, which does no harm: a song comes
     * again too early. A song that is being deleted now is left out, not waited for.
     */
    private static final String GIVEN = """
            WITH hurry AS MATERIALIZED (
                SELECT set_config('synchronous_commit', 'off', true)
            ), here AS (
                INSERT INTO person AS p (key, last_language, last_here) SELECT ?, ?, ? FROM hurry
                ON CONFLICT (key) DO UPDATE
                    SET last_language = coalesce(excluded.last_language, p.last_language),
                        last_here = greatest(excluded.last_here, p.last_here)
                RETURNING key
            )
            INSERT INTO given (person_key, place_key, song_id, given_at)
            SELECT here.key, ?, s.id, ?
              FROM here CROSS JOIN song s
             WHERE s.id = ANY (?)
               FOR KEY SHARE OF s SKIP LOCKED
            ON CONFLICT (person_key, song_id) DO UPDATE
                SET place_key = excluded.place_key, given_at = excluded.given_at
            """;

    private static final String GIVEN_IN = "SELECT DISTINCT song_id FROM given WHERE place_key = ? AND given_at >= ?";
    private static final String VOTE = """
            WITH here AS (
                INSERT INTO person AS p (key, last_here) SELECT ?, ? FROM song s WHERE s.id = ?
                ON CONFLICT (key) DO UPDATE SET last_here = greatest(excluded.last_here, p.last_here)
                RETURNING key
            )
            INSERT INTO vote (person_key, song_id, up, voted_at)
            SELECT here.key, s.id, ?, ?
              FROM here CROSS JOIN song s
             WHERE s.id = ?
               FOR KEY SHARE OF s
            ON CONFLICT (person_key, song_id) DO UPDATE SET up = excluded.up, voted_at = excluded.voted_at
            """;
    private static final String UNVOTE = """
            WITH here AS (
                UPDATE person SET last_here = greatest(last_here, ?) WHERE key = ? RETURNING key
            )
            DELETE FROM vote v USING here WHERE v.person_key = here.key AND v.song_id = ?
            """;
    private static final String VOTES = """
            SELECT song_id, count(*) FILTER (WHERE up) AS up, count(*) FILTER (WHERE NOT up) AS down
              FROM vote
             WHERE song_id = ANY (?)
             GROUP BY song_id
            """;
    private static final String CHOOSE = """
            INSERT INTO person AS p (key, chosen_language, last_here) VALUES (?, ?, ?)
            ON CONFLICT (key) DO UPDATE
                SET chosen_language = excluded.chosen_language,
                    last_here = greatest(excluded.last_here, p.last_here)
            """;
    /** What hangs on a person goes with them. */
    private static final String FORGET = "DELETE FROM person WHERE key = ?";
    /** Whoever is locked is being answered now, and so is no longer gone for long. */
    private static final String FORGET_PEOPLE = """
            DELETE FROM person
             WHERE key IN (SELECT key FROM person WHERE last_here < ? FOR UPDATE SKIP LOCKED)
            """;

    private static final String FORGET_GIVEN = """
            DELETE FROM given
             WHERE (person_key, song_id) IN
                   (SELECT person_key, song_id FROM given WHERE given_at < ? FOR UPDATE SKIP LOCKED)
            """;

    private final Sql sql;

    public PgPersonStore(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    @Override
    public Acquaintance of(PersonKey person, Instant givenSince) {
        return sql.read(connection -> {
            try (PreparedStatement select = Sql.prepare(connection, OF, givenSince, person.value());
                    ResultSet row = select.executeQuery()) {
                return row.next() ? acquaintance(row) : Acquaintance.NONE;
            }
        });
    }

    private static Acquaintance acquaintance(ResultSet row) throws SQLException {
        return new Acquaintance(
                PgKeepsakes.language(row, "chosen_language"),
                PgKeepsakes.language(row, "last_language"),
                songs(row, "recent"),
                songs(row, "liked"),
                songs(row, "disliked"));
    }

    private static Set<SongId> songs(ResultSet row, String column) throws SQLException {
        Set<SongId> songs = new HashSet<>();
        for (Long id : (Long[]) row.getArray(column).getArray()) {
            songs.add(new SongId(id));
        }
        return songs;
    }

    @Override
    public void given(
            PersonKey person, PlaceKey place, Collection<SongId> songs, @Nullable Language language, Instant now) {
        String spoken = language == null ? null : language.code();
        sql.update(GIVEN, person.value(), spoken, now, place.value(), now, ids(songs));
    }

    @Override
    public Set<SongId> givenIn(PlaceKey place, Instant since) {
        return sql.read(connection -> {
            Set<SongId> songs = new HashSet<>();
            try (PreparedStatement select = Sql.prepare(connection, GIVEN_IN, place.value(), since);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    songs.add(new SongId(row.getLong("song_id")));
                }
            }
            return songs;
        });
    }

    @Override
    public void vote(PersonKey person, SongId song, Stance stance, Instant now) {
        sql.update(VOTE, person.value(), now, song.value(), stance == Stance.UP, now, song.value());
    }

    @Override
    public void unvote(PersonKey person, SongId song, Instant now) {
        sql.update(UNVOTE, now, person.value(), song.value());
    }

    @Override
    public Map<SongId, Votes> votes(Collection<SongId> songs) {
        return sql.read(connection -> {
            Map<SongId, Votes> votes = new HashMap<>();
            try (PreparedStatement select = Sql.prepare(connection, VOTES, ids(songs));
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    votes.put(new SongId(row.getLong("song_id")), new Votes(row.getInt("up"), row.getInt("down")));
                }
            }
            return votes;
        });
    }

    @Override
    public void choose(PersonKey person, @Nullable Language language, Instant now) {
        sql.update(CHOOSE, person.value(), language == null ? null : language.code(), now);
    }

    @Override
    public Keepsakes export(PersonKey person) {
        return sql.inTransaction(connection -> new PgKeepsakes(connection).of(person));
    }

    @Override
    public boolean forget(PersonKey person) {
        return sql.update(FORGET, person.value()) > 0;
    }

    @Override
    public int forgetBefore(Instant moment) {
        return sql.inTransaction(connection -> {
            int people = Sql.update(connection, FORGET_PEOPLE, moment);
            Sql.update(connection, FORGET_GIVEN, moment);
            return people;
        });
    }

    private static long[] ids(Collection<SongId> songs) {
        return songs.stream().mapToLong(SongId::value).toArray();
    }
}
