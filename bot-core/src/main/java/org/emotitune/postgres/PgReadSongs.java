package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.emotitune.reindex.ReindexStore.Read;
import org.emotitune.reindex.ReindexStore.Work;
import org.emotitune.song.SongId;

/** Writes what a job has read of songs, within a transaction of its caller's. */
final class PgReadSongs {
    private static final String LANGUAGE = "UPDATE song SET language = ? WHERE id = ? AND language IS NULL";

    /** Lyrics that have changed meanwhile wait on, and those that only a weaker reader has read, for a better one. */
    private static final String HAS_BEEN_READ = """
            UPDATE lyric SET words = CASE WHEN ? THEN words END, refused_by = ? WHERE song_id = ? AND hash = ?
            """;

    /** Of given songs, those with a profile of the same lyrics that a weaker reader's must not take the place of. */
    private static final String BETTER_KNOWN = """
            SELECT p.song_id
              FROM profile p
              JOIN unnest(?::bigint[], ?::text[]) AS weaker (song_id, hash)
                ON weaker.song_id = p.song_id AND weaker.hash = p.lyric_hash
             WHERE p.source <> 'embedded'
               FOR UPDATE OF p
            """;

    private final boolean keepLyrics;

    PgReadSongs(boolean keepLyrics) {
        this.keepLyrics = keepLyrics;
    }

    void keep(Connection connection, Work work, List<Read> songs) throws SQLException {
        Set<SongId> betterKnown = betterKnown(connection, songs);
        Predicate<Read> heard = read -> read.profile().isPresent() && !betterKnown.contains(read.song());
        keepProfiles(connection, work, songs.stream().filter(heard).toList());
        try (PreparedStatement language = connection.prepareStatement(LANGUAGE);
                PreparedStatement lyric = connection.prepareStatement(HAS_BEEN_READ)) {
            for (Read read : songs) {
                if (read.language() != null) {
                    language.setString(1, read.language());
                    language.setLong(2, read.song().value());
                    language.addBatch();
                }
                lyric.setBoolean(1, keepLyrics || read.weaker());
                lyric.setString(2, heard.test(read) ? null : work.reader() + " " + work.vocabulary());
                lyric.setLong(3, read.song().value());
                lyric.setString(4, read.hash());
                lyric.addBatch();
            }
            language.executeBatch();
            lyric.executeBatch();
        }
    }

    private static Set<SongId> betterKnown(Connection connection, List<Read> songs) throws SQLException {
        List<Read> weaker = songs.stream().filter(Read::weaker).toList();
        Set<SongId> betterKnown = new HashSet<>();
        if (weaker.isEmpty()) {
            return betterKnown;
        }
        try (PreparedStatement select = connection.prepareStatement(BETTER_KNOWN)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint",
                            weaker.stream().map(read -> read.song().value()).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", weaker.stream().map(Read::hash).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    betterKnown.add(new SongId(row.getLong("song_id")));
                }
            }
        }
        return betterKnown;
    }

    private static void keepProfiles(Connection connection, Work work, List<Read> songs) throws SQLException {
        List<PgProfileRows.Row> rows = new ArrayList<>();
        for (Read read : songs) {
            read.profile()
                    .ifPresent(profile -> rows.add(new PgProfileRows.Row(
                            read.song().value(),
                            read.source(),
                            profile,
                            read.hash(),
                            work.reader(),
                            work.vocabulary(),
                            read.terms(),
                            work.job())));
        }
        if (!rows.isEmpty()) {
            Sql.update(connection, PgReindexStore.CHANGED);
            new PgProfileRows(connection).keep(rows);
        }
    }
}
