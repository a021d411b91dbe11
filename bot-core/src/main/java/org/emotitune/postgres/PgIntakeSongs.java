package org.emotitune.postgres;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.emotitune.intake.IntakeBatch.Entry;
import org.emotitune.intake.KeptSong;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Writes the songs of a batch, all with one statement. */
final class PgIntakeSongs {
    /** A changed song with its id, which a new one gets before it is written. */
    record Numbered(long id, Entry entry) {
        SongFacts facts() {
            return entry.now().facts();
        }

        <T> boolean differs(Function<KeptSong, @Nullable T> part) {
            KeptSong before = entry.before();
            return before == null || !Objects.equals(part.apply(before), part.apply(entry.now()));
        }
    }

    private static final String NEW_IDS =
            "SELECT nextval(pg_get_serial_sequence('song', 'id')) AS id FROM generate_series(1, ?)";

    /** Songs may pass their Spotify ids on, one to the next, which no order of updates would allow at once. */
    private static final String FREE_SPOTIFY_IDS = "UPDATE @song SET spotify_id = NULL WHERE id = ANY (?)";

    private static final String COLUMNS = """
            unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS c
                   (id, spotify_id, title, artist, match_key, release_year, language, duration_ms, popularity,
                    popularity_source, album, isrc, artwork)
            """;
    private static final String INSERT = """
            INSERT INTO @song (id, spotify_id, title, artist, match_key, release_year, language, duration_ms,
                               popularity, popularity_source, popularity_at, album, isrc, artwork, origin)
            OVERRIDING SYSTEM VALUE
            SELECT c.id, c.spotify_id, c.title, c.artist, c.match_key, c.release_year, c.language, c.duration_ms,
                   c.popularity, c.popularity_source, CASE WHEN c.popularity IS NOT NULL THEN now() END, c.album,
                   c.isrc, c.artwork, 'import'
              FROM\s""" + COLUMNS;
    private static final String UPDATE = """
            UPDATE @song s
               SET spotify_id = c.spotify_id, title = c.title, artist = c.artist, match_key = c.match_key,
                   release_year = c.release_year, language = c.language, duration_ms = c.duration_ms,
                   popularity = c.popularity, popularity_source = c.popularity_source,
                   popularity_at = CASE WHEN (s.popularity, s.popularity_source)
                                             IS DISTINCT FROM (c.popularity, c.popularity_source)
                                        THEN now() ELSE s.popularity_at END,
                   album = c.album, isrc = c.isrc, artwork = c.artwork, origin = 'import'
              FROM\s""" + COLUMNS + " WHERE s.id = c.id";

    private final Connection connection;
    private final PgIntakeTables tables;

    PgIntakeSongs(Connection connection, PgIntakeTables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /** @return the same songs, with the ids of the new ones */
    List<Numbered> write(List<Entry> changed) throws SQLException {
        List<Numbered> songs = numbered(changed);
        Long[] renamed = songs.stream()
                .filter(PgIntakeSongs::hasAnotherSpotifyId)
                .map(Numbered::id)
                .toArray(Long[]::new);
        if (renamed.length > 0) {
            Sql.update(connection, tables.in(FREE_SPOTIFY_IDS), (Object) renamed);
        }
        write(UPDATE, songs.stream().filter(PgIntakeSongs::hasChanged).toList());
        write(INSERT, songs.stream().filter(song -> song.entry().id() == null).toList());
        return songs;
    }

    private static boolean hasAnotherSpotifyId(Numbered song) {
        KeptSong before = song.entry().before();
        return before != null
                && before.facts().spotifyId() != null
                && song.differs(kept -> kept.facts().spotifyId());
    }

    private static boolean hasChanged(Numbered song) {
        return song.entry().id() != null
                && (song.differs(KeptSong::facts)
                        || song.differs(KeptSong::album)
                        || song.differs(KeptSong::isrc)
                        || song.differs(KeptSong::popularitySource)
                        || song.differs(KeptSong::starter));
    }

    private List<Numbered> numbered(List<Entry> changed) throws SQLException {
        int added = (int) changed.stream().filter(entry -> entry.id() == null).count();
        List<Long> newIds = List.of();
        if (added > 0) {
            try (PreparedStatement select = Sql.prepare(connection, NEW_IDS, added)) {
                newIds = Sql.ids(select);
            }
        }
        List<Numbered> songs = new ArrayList<>();
        int next = 0;
        for (Entry entry : changed) {
            Long id = entry.id();
            songs.add(new Numbered(id == null ? newIds.get(next++) : id, entry));
        }
        return songs;
    }

    private void write(String statement, List<Numbered> songs) throws SQLException {
        if (songs.isEmpty()) {
            return;
        }
        Sql.update(
                connection,
                tables.in(statement),
                column(songs, Numbered::id, Long[]::new),
                column(songs, song -> song.facts().spotifyId(), String[]::new),
                column(songs, song -> song.facts().title(), String[]::new),
                column(songs, song -> song.facts().artist(), String[]::new),
                column(songs, song -> song.entry().key(), String[]::new),
                column(songs, song -> song.facts().year(), Integer[]::new),
                column(songs, song -> song.facts().language(), String[]::new),
                column(songs, song -> song.facts().durationMs(), Integer[]::new),
                column(songs, song -> song.facts().popularity(), Integer[]::new),
                column(songs, song -> song.entry().now().popularitySource(), String[]::new),
                column(songs, song -> song.entry().now().album(), String[]::new),
                column(songs, song -> song.entry().now().isrc(), String[]::new),
                column(songs, song -> text(song.facts().artwork()), String[]::new));
    }

    private static @Nullable String text(@Nullable URI address) {
        return address == null ? null : address.toString();
    }

    static <S, T> Object column(Collection<S> rows, Function<S, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
