package org.emotitune.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.WeightedWord;
import org.jspecify.annotations.Nullable;

/** Writes profiles, many at a time, within a transaction of its caller's. */
final class PgProfileRows {
    private static final String KEEP = """
            INSERT INTO profile (song_id, source, lyric_hash, reader, vocabulary, terms, job)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (song_id) DO UPDATE
               SET source = excluded.source, lyric_hash = excluded.lyric_hash, reader = excluded.reader,
                   vocabulary = excluded.vocabulary, terms = excluded.terms, job = excluded.job, updated_at = now()
            """;
    private static final String FORGET_WORDS = "DELETE FROM profile_word WHERE song_id = ANY (?)";
    private static final String KEEP_WORDS = """
            INSERT INTO profile_word (song_id, kind, name, weight)
            SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::real[])
            """;

    /**
     * A profile to be kept in the place of the song's old one.
     *
     * @param source who read it: 'authored', 'file', 'embedded', or a model's name
     * @param lyricHash of the lyrics that it is of; null where none are known
     * @param reader version of the extractor; null where nobody read it here
     * @param vocabulary version of the controlled vocabulary that it went through; null where it is of the program
     * @param terms emotion words as they were given, where they are not all of the vocabulary
     * @param job that read it; null where none did
     */
    record Row(
            long song,
            String source,
            Profile profile,
            @Nullable String lyricHash,
            @Nullable String reader,
            @Nullable String vocabulary,
            @Nullable List<String> terms,
            @Nullable Long job) {}

    private final Connection connection;

    PgProfileRows(Connection connection) {
        this.connection = connection;
    }

    void keep(List<Row> rows) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            for (Row row : rows) {
                keep.setLong(1, row.song());
                keep.setString(2, row.source());
                keep.setString(3, row.lyricHash());
                keep.setString(4, row.reader());
                keep.setString(5, row.vocabulary());
                keep.setArray(6, terms(row.terms()));
                keep.setObject(7, row.job());
                keep.addBatch();
            }
            keep.executeBatch();
        }
        forgetWords(rows.stream().map(Row::song).toList());
        keepWords(rows);
    }

    private @Nullable Array terms(@Nullable List<String> terms) throws SQLException {
        return terms == null ? null : connection.createArrayOf("text", terms.toArray());
    }

    private void forgetWords(List<Long> songs) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET_WORDS)) {
            forget.setArray(1, connection.createArrayOf("bigint", songs.toArray()));
            forget.executeUpdate();
        }
    }

    private void keepWords(List<Row> rows) throws SQLException {
        List<Long> songs = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Float> weights = new ArrayList<>();
        for (Row row : rows) {
            eachWord(row.profile(), (kind, word) -> {
                songs.add(row.song());
                kinds.add(kind);
                names.add(word.word());
                weights.add((float) word.weight());
            });
        }
        try (PreparedStatement keep = connection.prepareStatement(KEEP_WORDS)) {
            keep.setArray(1, connection.createArrayOf("bigint", songs.toArray()));
            keep.setArray(2, connection.createArrayOf("text", kinds.toArray()));
            keep.setArray(3, connection.createArrayOf("text", names.toArray()));
            keep.setArray(4, connection.createArrayOf("real", weights.toArray()));
            keep.executeUpdate();
        }
    }

    private interface EachWord {
        void of(String kind, WeightedWord word);
    }

    private static void eachWord(Profile profile, EachWord each) {
        profile.emotions().forEach(word -> each.of("emotion", word));
        profile.themes().forEach(word -> each.of("theme", word));
    }
}
