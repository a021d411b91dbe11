package org.emotitune.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.emotitune.emotion.LyricsExtractor.SongText;
import org.emotitune.lookup.Recording;
import org.emotitune.reindex.ReindexStore;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/** What a reindex has to do and has done, in PostgreSQL. Thread-safe. */
public final class PgReindexStore implements ReindexStore {

    /**
     * The work, and what every song of it has in common: it can be read, and has not been read with these words by this
     * reader, nor by a language model where this reader is the embedded one, which hears less; where everything is done,
     * not in this job.
     */
    private static final String WORK = """
            WITH work AS (
                SELECT given.*, coalesce(j.asked_at, now()) AS since
                  FROM (SELECT ?::bigint AS job, ?::text AS source, ?::text AS reader, ?::text AS vocabulary,
                               ?::boolean AS everything, ?::bigint AS after) given
                  LEFT JOIN reindex_job j ON j.id = given.job
            ), song_state AS (
                SELECT s.*, l.state, l.hash, l.words, l.looked_at,
                       CASE WHEN w.everything THEN p.job IS NULL OR p.job IS DISTINCT FROM w.job
                            ELSE l.refused_by IS DISTINCT FROM w.reader || ' ' || w.vocabulary
                                 AND (p.reader, p.vocabulary, p.lyric_hash)
                                     IS DISTINCT FROM (w.reader, w.vocabulary, l.hash)
                                 AND (w.source = 'embedded' AND p.source <> 'embedded' AND p.lyric_hash = l.hash)
                                     IS NOT TRUE
                       END AS unread,
                       CASE WHEN w.everything THEN w.since ELSE w.since - interval '30 days' END AS stale
                  FROM song s
                 CROSS JOIN work w
                  LEFT JOIN lyric l ON l.song_id = s.id AND l.song_id > ?
                  LEFT JOIN profile p ON p.song_id = s.id AND p.song_id > ?
                 WHERE s.id > ? AND (p.source IS NULL OR p.source NOT IN ('authored', 'file'))
            )
            """;

    private static final String NO_TROUBLE = """
             AND NOT EXISTS (SELECT 1 FROM reindex_trouble t, work
                              WHERE t.job = work.job AND t.song_id = song_state.id AND t.stage IN (%s))
            """;
    private static final String LYRICS_WANTED = """
             WHERE words IS NULL
               AND (state IS NULL
                    OR state = 'missing' AND looked_at < stale
                    OR state = 'found' AND unread)
            """ + NO_TROUBLE.formatted("'lyrics', 'emotions'");
    private static final String TO_READ = " WHERE words IS NOT NULL AND unread " + NO_TROUBLE.formatted("'emotions'");

    private static final String POPULARITY_WANTED = """
             WHERE origin = 'import' AND id > (SELECT after FROM work) AND popularity IS NULL AND (isrc IS NOT NULL OR artist IS NOT NULL)
               AND (popularity_at IS NULL OR popularity_at < (SELECT since - interval '30 days' FROM work))
               AND NOT EXISTS (SELECT 1 FROM reindex_trouble t, work
                                WHERE t.job = work.job AND t.song_id = song.id AND t.stage = 'popularity')
            """;
    private static final String NEXT = " ORDER BY id LIMIT ?";

    private static final String FOUND = """
            INSERT INTO lyric (song_id, state, source, hash, words, looked_at)
            VALUES (?, 'found', ?, ?, ?, now())
            ON CONFLICT (song_id) DO UPDATE
               SET state = 'found', source = excluded.source, hash = excluded.hash, words = excluded.words,
                   refused_by = CASE WHEN lyric.hash = excluded.hash THEN lyric.refused_by END, looked_at = now()
            """;
    private static final String NOT_FOUND = """
            INSERT INTO lyric (song_id, state, source, looked_at) VALUES (?, ?, ?, now())
            ON CONFLICT (song_id) DO UPDATE
               SET state = excluded.state, source = excluded.source, hash = NULL, words = NULL, refused_by = NULL,
                   looked_at = now()
            """;
    private static final String POPULARITY = """
            UPDATE song SET popularity = ?, popularity_source = ?, popularity_at = now() WHERE id = ?
            """;
    /** Whether a job has changed what is searched; made a new state of the catalog when it is done. */
    static final String CHANGED = "UPDATE catalog_state SET unpublished = true WHERE NOT unpublished";

    private static final String PUBLISH =
            "UPDATE catalog_state SET revision = revision + 1, unpublished = false WHERE unpublished";

    /** Lyrics that nobody is to read any more; those that only a weaker reader has read wait for a better one. */
    private static final String FORGET = """
            UPDATE lyric SET words = NULL
             WHERE words IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM song_state WHERE song_state.id = lyric.song_id AND unread)
               AND NOT EXISTS (SELECT 1 FROM profile p, work
                                WHERE p.song_id = lyric.song_id AND p.lyric_hash = lyric.hash
                                  AND p.source = 'embedded' AND work.source <> 'embedded')
            """;

    private static final String DONE = """
            SELECT (SELECT count(*) FROM profile WHERE job = j.id) AS read,
                   (SELECT count(*) FROM lyric
                     WHERE state = 'found' AND source <> 'file' AND looked_at >= j.asked_at) AS lyrics,
                   (SELECT count(*) FROM song
                     WHERE popularity IS NOT NULL AND popularity_at >= j.asked_at
                       AND popularity_source NOT IN ('import', 'spotify', 'starter')) AS popularities,
                   (SELECT count(DISTINCT song_id) FROM reindex_trouble
                     WHERE job = j.id AND stage IN ('lyrics', 'emotions')
                       AND NOT EXISTS (SELECT 1 FROM profile
                                        WHERE profile.song_id = reindex_trouble.song_id AND profile.job = j.id))
                       AS troubled
              FROM reindex_job j
             WHERE j.id = ?
            """;

    private final Sql sql;
    private final PgReadSongs readSongs;
    private final boolean keepLyrics;

    /** @param keepLyrics whether lyrics stay when they have been read */
    public PgReindexStore(DataSource dataSource, boolean keepLyrics) {
        this.sql = new Sql(dataSource);
        this.keepLyrics = keepLyrics;
        this.readSongs = new PgReadSongs(keepLyrics);
    }

    @Override
    public long lyricsWanted(Work work) {
        return count(WORK + "SELECT count(*) FROM song_state" + LYRICS_WANTED, work);
    }

    @Override
    public List<Wanted> lyricsWanted(Work work, @Nullable SongId after, int most) {
        return page(
                WORK + "SELECT * FROM song_state" + LYRICS_WANTED + NEXT, work, after, most, PgReindexStore::wanted);
    }

    @Override
    public void foundLyrics(SongId song, String source, String cleaned, String hash) {
        sql.update(FOUND, song.value(), source, hash, cleaned);
    }

    @Override
    public void isInstrumental(SongId song, String source) {
        sql.update(NOT_FOUND, song.value(), "instrumental", source);
    }

    @Override
    public void hasNoLyrics(SongId song) {
        sql.update(NOT_FOUND, song.value(), "missing", null);
    }

    @Override
    public long popularitiesWanted(Work work) {
        return count(WORK + "SELECT count(*) FROM song" + POPULARITY_WANTED, work);
    }

    @Override
    public List<Wanted> popularitiesWanted(Work work, @Nullable SongId after, int most) {
        return page(WORK + "SELECT * FROM song" + POPULARITY_WANTED + NEXT, work, after, most, PgReindexStore::wanted);
    }

    @Override
    public void popularity(SongId song, @Nullable String source, @Nullable Integer popularity) {
        sql.inTransaction(connection -> {
            int changed = popularity == null ? 0 : Sql.update(connection, CHANGED);
            Short value = popularity == null ? null : popularity.shortValue();
            return changed + Sql.update(connection, POPULARITY, value, source, song.value());
        });
    }

    @Override
    public Amount toRead(Work work) {
        String statement = WORK + "SELECT count(*), coalesce(sum(length(words)), 0) FROM song_state" + TO_READ;
        return sql.read(connection -> {
            try (PreparedStatement select = prepare(connection, statement, work, null);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return new Amount(row.getLong(1), row.getLong(2));
            }
        });
    }

    @Override
    public List<Unread> toRead(Work work, @Nullable SongId after, int most) {
        return page(WORK + "SELECT * FROM song_state" + TO_READ + NEXT, work, after, most, row -> {
            SongText text = new SongText(row.getString("title"), row.getString("artist"), row.getString("words"));
            return new Unread(new SongId(row.getLong("id")), text, row.getString("hash"));
        });
    }

    @Override
    public void keep(Work work, List<Read> songs) {
        sql.inTransaction(connection -> {
            readSongs.keep(connection, work, songs);
            return songs.size();
        });
    }

    @Override
    public void forgetLyrics(Work work) {
        if (!keepLyrics) {
            sql.read(connection -> {
                try (PreparedStatement forget = prepare(connection, WORK + FORGET, work, null)) {
                    return forget.executeUpdate();
                }
            });
        }
    }

    @Override
    public void publish() {
        sql.update(PUBLISH);
    }

    @Override
    public Done done(long job) {
        return sql.read(connection -> {
            try (PreparedStatement select = Sql.prepare(connection, DONE, job);
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Done(
                                row.getLong("read"),
                                row.getLong("lyrics"),
                                row.getLong("popularities"),
                                row.getLong("troubled"))
                        : new Done(0, 0, 0, 0);
            }
        });
    }

    @Override
    public long profiledSongs() {
        return sql.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM profile");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private long count(String statement, Work work) {
        return sql.read(connection -> {
            try (PreparedStatement select = prepare(connection, statement, work, null);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private interface Mapper<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> page(String statement, Work work, @Nullable SongId after, int most, Mapper<T> mapper) {
        return sql.read(connection -> {
            List<T> page = new ArrayList<>();
            try (PreparedStatement select = prepare(connection, statement, work, after, most);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(mapper.of(row));
                }
            }
            return page;
        });
    }

    private static PreparedStatement prepare(
            Connection connection, String statement, Work work, @Nullable SongId after, Object... more)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(work.job());
        values.add(work.source());
        values.add(work.reader());
        values.add(work.vocabulary());
        values.add(work.everything());
        // Each table begins there: a page near the end must not read all that comes before it.
        values.addAll(Collections.nCopies(4, after == null ? Long.MIN_VALUE : after.value()));
        values.addAll(List.of(more));
        return Sql.prepare(connection, statement, values.toArray());
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        Recording recording = new Recording(
                row.getString("title"),
                row.getString("artist"),
                row.getString("album"),
                row.getObject("duration_ms", Integer.class),
                row.getString("isrc"));
        return new Wanted(new SongId(row.getLong("id")), recording);
    }
}
