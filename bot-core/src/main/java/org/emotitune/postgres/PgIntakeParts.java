package org.emotitune.postgres;

import static org.emotitune.postgres.PgIntakeSongs.column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.emotitune.intake.KeptSong;
import org.emotitune.intake.KeptSong.Lyric;
import org.emotitune.intake.KeptSong.Reading;
import org.emotitune.postgres.PgIntakeSongs.Numbered;
import org.emotitune.song.ArtistLine;
import org.emotitune.song.MatchKey;

/** Writes what belongs to the songs of a batch, each table with one statement or two. */
final class PgIntakeParts {
    private static final String FORGET_ARTISTS =
            "DELETE FROM @song_artist WHERE song_id = ANY (?) RETURNING artist_id AS id";
    private static final String KEEP_ARTISTS = """
            INSERT INTO @artist (key, name)
            SELECT c.key, c.name FROM unnest(?, ?) AS c (key, name)
             WHERE NOT EXISTS (SELECT 1 FROM @artist a WHERE a.key = c.key)
            """;
    private static final String NAME_ARTISTS = """
            INSERT INTO @song_artist (song_id, artist_id)
            SELECT c.song_id, a.id FROM unnest(?, ?) AS c (song_id, key) JOIN @artist a ON a.key = c.key
            """;
    private static final String FORGET_ARTISTS_WITHOUT_SONGS = """
            DELETE FROM @artist a
             WHERE a.id = ANY (?) AND NOT EXISTS (SELECT 1 FROM @song_artist WHERE artist_id = a.id)
            """;
    private static final String KEEP_LYRICS = """
            INSERT INTO @lyric (song_id, state, source, hash, words, looked_at)
            SELECT c.song_id, 'found', c.source, c.hash, c.words, now()
              FROM unnest(?, ?, ?, ?) AS c (song_id, source, hash, words)
            ON CONFLICT (song_id) DO UPDATE
               SET state = 'found', source = excluded.source, hash = excluded.hash, words = excluded.words,
                   refused_by = NULL, looked_at = excluded.looked_at
            """;
    private static final String KEEP_PROFILES = """
            WITH given AS (
                SELECT t.song_id, array_agg(t.term ORDER BY t.place) AS terms
                  FROM unnest(?, ?) WITH ORDINALITY AS t (song_id, term, place)
                 GROUP BY t.song_id)
            INSERT INTO @profile (song_id, source, lyric_hash, vocabulary, terms)
            SELECT c.song_id, c.source, c.lyric_hash, c.vocabulary, given.terms
              FROM unnest(?, ?, ?, ?) AS c (song_id, source, lyric_hash, vocabulary)
              LEFT JOIN given USING (song_id)
            ON CONFLICT (song_id) DO UPDATE
               SET source = excluded.source, updated_at = now(), lyric_hash = excluded.lyric_hash, reader = NULL,
                   vocabulary = excluded.vocabulary, terms = excluded.terms, job = NULL
            """;
    private static final String FORGET_WORDS = "DELETE FROM @profile_word WHERE song_id = ANY (?)";
    private static final String KEEP_WORDS = """
            INSERT INTO @profile_word (song_id, kind, name, weight)
            SELECT * FROM unnest(?, ?, ?, ?)
            """;

    private record Named(long song, String key) {}

    private record Term(long song, String term) {}

    private record Word(long song, String kind, String name, float weight) {}

    private final Connection connection;
    private final PgIntakeTables tables;

    PgIntakeParts(Connection connection, PgIntakeTables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    void write(List<Numbered> songs) throws SQLException {
        writeArtists(songs.stream()
                .filter(song -> song.differs(kept -> kept.facts().artist()))
                .toList());
        writeLyrics(songs.stream()
                .filter(song -> song.entry().now().lyric() != null && song.differs(KeptSong::lyric))
                .toList());
        writeProfiles(songs.stream()
                .filter(song -> song.entry().now().reading() != null && song.differs(KeptSong::reading))
                .toList());
    }

    private void writeArtists(List<Numbered> songs) throws SQLException {
        List<Long> before = forgetArtists(songs);
        Map<String, String> names = new LinkedHashMap<>();
        Set<Named> named = new LinkedHashSet<>();
        for (Numbered song : songs) {
            String line = song.facts().artist();
            for (String name : line == null ? List.<String>of() : ArtistLine.names(line)) {
                String key = MatchKey.ofName(name);
                names.putIfAbsent(key, name);
                named.add(new Named(song.id(), key));
            }
        }
        if (!named.isEmpty()) {
            update(
                    KEEP_ARTISTS,
                    names.keySet().toArray(String[]::new),
                    names.values().toArray(String[]::new));
            update(NAME_ARTISTS, column(named, Named::song, Long[]::new), column(named, Named::key, String[]::new));
        }
        if (!before.isEmpty()) {
            update(FORGET_ARTISTS_WITHOUT_SONGS, (Object) before.toArray(Long[]::new));
        }
    }

    private List<Long> forgetArtists(List<Numbered> songs) throws SQLException {
        Long[] known = knownIds(songs);
        if (known.length == 0) {
            return List.of();
        }
        try (PreparedStatement forget = Sql.prepare(connection, tables.in(FORGET_ARTISTS), (Object) known)) {
            return Sql.ids(forget);
        }
    }

    private static Long[] knownIds(List<Numbered> songs) {
        return songs.stream()
                .filter(song -> song.entry().id() != null)
                .map(Numbered::id)
                .toArray(Long[]::new);
    }

    private void writeLyrics(List<Numbered> songs) throws SQLException {
        if (!songs.isEmpty()) {
            update(
                    KEEP_LYRICS,
                    column(songs, Numbered::id, Long[]::new),
                    column(songs, song -> lyric(song).source(), String[]::new),
                    column(songs, song -> lyric(song).hash(), String[]::new),
                    column(songs, song -> song.entry().words(), String[]::new));
        }
    }

    private void writeProfiles(List<Numbered> songs) throws SQLException {
        if (songs.isEmpty()) {
            return;
        }
        List<Term> terms = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        for (Numbered song : songs) {
            List<String> given = reading(song).terms();
            (given == null ? List.<String>of() : given).forEach(term -> terms.add(new Term(song.id(), term)));
            reading(song).emotions().forEach((name, weight) -> words.add(new Word(song.id(), "emotion", name, weight)));
            reading(song).themes().forEach((name, weight) -> words.add(new Word(song.id(), "theme", name, weight)));
        }
        Object ids = column(songs, Numbered::id, Long[]::new);
        update(
                KEEP_PROFILES,
                column(terms, Term::song, Long[]::new),
                column(terms, Term::term, String[]::new),
                ids,
                column(songs, song -> reading(song).source(), String[]::new),
                column(songs, song -> reading(song).lyricHash(), String[]::new),
                column(songs, song -> reading(song).vocabulary(), String[]::new));
        Long[] known = knownIds(songs);
        if (known.length > 0) {
            update(FORGET_WORDS, (Object) known);
        }
        update(
                KEEP_WORDS,
                column(words, Word::song, Long[]::new),
                column(words, Word::kind, String[]::new),
                column(words, Word::name, String[]::new),
                column(words, Word::weight, Float[]::new));
    }

    private static Lyric lyric(Numbered song) {
        return Objects.requireNonNull(song.entry().now().lyric());
    }

    private static Reading reading(Numbered song) {
        return Objects.requireNonNull(song.entry().now().reading());
    }

    private void update(String statement, Object... parameters) throws SQLException {
        Sql.update(connection, tables.in(statement), parameters);
    }
}
