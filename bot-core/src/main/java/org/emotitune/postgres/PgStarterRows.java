package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.emotitune.catalog.CatalogEntry;
import org.emotitune.song.ArtistLine;
import org.emotitune.song.MatchKey;
import org.emotitune.song.SongFacts;
import org.jspecify.annotations.Nullable;

/** Writes the starter catalog, within a transaction of its caller's. Songs keep their ids from one version to the next. */
final class PgStarterRows {
    /** Two processes that start at once take turns, and the second finds it done. */
    private static final String LOCK = "SELECT starter_digest FROM catalog_state FOR UPDATE";

    private static final String FIND = """
            SELECT id, origin FROM song
             WHERE spotify_id = ? OR match_key = ?
             ORDER BY origin, id
            """;
    private static final String DELETE = "DELETE FROM song WHERE id = ?";
    private static final String INSERT = """
            INSERT INTO song (spotify_id, title, artist, match_key, release_year, language, duration_ms, popularity,
                              popularity_source, origin)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'starter', 'starter')
            RETURNING id
            """;
    private static final String UPDATE = """
            UPDATE song
               SET spotify_id = ?, title = ?, artist = ?, match_key = ?, release_year = ?, language = ?,
                   duration_ms = ?, popularity = ?, popularity_source = 'starter'
             WHERE id = ?
            RETURNING id
            """;
    private static final String FORGET_ARTISTS = "DELETE FROM song_artist WHERE song_id = ?";
    private static final String KEEP_ARTIST = """
            WITH named AS (
                INSERT INTO artist (key, name) VALUES (?, ?)
                ON CONFLICT (key) DO UPDATE SET name = artist.name
                RETURNING id)
            INSERT INTO song_artist (song_id, artist_id) SELECT ?, id FROM named
            ON CONFLICT DO NOTHING
            """;
    private static final String FORGET_OTHERS = "DELETE FROM song WHERE origin = 'starter' AND id <> ALL (?)";
    private static final String FORGET_ARTISTS_WITHOUT_SONGS = """
            DELETE FROM artist WHERE NOT EXISTS (SELECT 1 FROM song_artist WHERE artist_id = artist.id)
            """;
    private static final String RAISE = "UPDATE catalog_state SET revision = revision + 1, starter_digest = ?";

    private final Connection connection;

    PgStarterRows(Connection connection) {
        this.connection = connection;
    }

    void replaceWith(List<CatalogEntry> entries, String digest) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK);
                ResultSet row = lock.executeQuery()) {
            if (row.next() && digest.equals(row.getString("starter_digest"))) {
                return;
            }
        }
        List<Long> kept = new ArrayList<>();
        List<PgProfileRows.Row> profiles = new ArrayList<>();
        for (CatalogEntry entry : entries) {
            Long id = keepSong(entry.song());
            if (id != null) {
                profiles.add(new PgProfileRows.Row(id, "authored", entry.profile(), null, null, null, null, null));
                keepArtists(id, entry.song().artist());
                kept.add(id);
            }
        }
        new PgProfileRows(connection).keep(profiles);
        try (PreparedStatement forget = connection.prepareStatement(FORGET_OTHERS);
                PreparedStatement forgetArtists = connection.prepareStatement(FORGET_ARTISTS_WITHOUT_SONGS);
                PreparedStatement raise = connection.prepareStatement(RAISE)) {
            forget.setArray(1, connection.createArrayOf("bigint", kept.toArray()));
            forget.executeUpdate();
            forgetArtists.executeUpdate();
            raise.setString(1, digest);
            raise.executeUpdate();
        }
    }

    /** @return id of the song; null if the same song has been imported, which is then left alone */
    private @Nullable Long keepSong(SongFacts song) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, song.spotifyId());
            find.setString(2, MatchKey.of(song.title(), song.artist()));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    if (row.getString("origin").equals("import")) {
                        return null;
                    }
                    ids.add(row.getLong("id"));
                }
            }
        }
        for (Long duplicate : ids.subList(Math.min(1, ids.size()), ids.size())) {
            execute(DELETE, duplicate);
        }
        return ids.isEmpty() ? write(INSERT, song, null) : write(UPDATE, song, ids.getFirst());
    }

    private long write(String statement, SongFacts song, @Nullable Long id) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(statement)) {
            write.setString(1, song.spotifyId());
            write.setString(2, song.title());
            write.setString(3, song.artist());
            write.setString(4, MatchKey.of(song.title(), song.artist()));
            write.setObject(5, song.year(), Types.SMALLINT);
            write.setString(6, song.language());
            write.setObject(7, song.durationMs(), Types.INTEGER);
            write.setObject(8, song.popularity(), Types.SMALLINT);
            if (id != null) {
                write.setLong(9, id);
            }
            try (ResultSet row = write.executeQuery()) {
                row.next();
                return row.getLong("id");
            }
        }
    }

    private void keepArtists(long song, @Nullable String artistLine) throws SQLException {
        execute(FORGET_ARTISTS, song);
        if (artistLine == null) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP_ARTIST)) {
            for (String name : ArtistLine.names(artistLine)) {
                insert.setString(1, MatchKey.ofName(name));
                insert.setString(2, name);
                insert.setLong(3, song);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void execute(String statement, long id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }
}
