package org.emotitune.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.emotitune.EmotiTune;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.catalog.Indexer;
import org.emotitune.catalog.StarterCatalog;
import org.emotitune.config.LlmSettings;
import org.emotitune.config.ReindexSettings;
import org.emotitune.config.Settings;
import org.emotitune.config.SourceSettings;
import org.emotitune.conversation.Conversation;
import org.emotitune.db.EmbeddedPostgres;
import org.emotitune.embedded.BgeWordEmbeddings;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.emotion.WeightedWord;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgVectorSongIndex;
import org.emotitune.postgres.PgWordEmbeddings;
import org.postgresql.PGConnection;

/**
 * The starter catalog and a number of synthetic songs in a database of the embedded server, kept in the directory that
 * the system property {@code benchmarks.home} names, so that only the first run has to make them.
 */
final class Corpus implements AutoCloseable {
    /** The nearest by looking at every vector. */
    private static final String EXACT = "SET enable_indexscan = off";

    /** Far above the ids that the starter catalog gets. */
    private static final long FIRST_ID = 1_000_000;

    private static final long SEED = 20_240_219;
    private static final int CHUNK = 10_000;

    private final EmotiTune program;
    private final EmbeddedPostgres server;
    private final HikariDataSource pool;
    private final HikariDataSource exactPool;
    private final MoodSpace space;

    private Corpus(EmotiTune program, EmbeddedPostgres server) {
        this.program = program;
        this.server = server;
        this.pool = pool(PgVectorSongIndex.SESSION);
        this.exactPool = pool(EXACT);
        this.space = new MoodSpace(
                VocabularyFiles.load(), new PgWordEmbeddings(pool, new BgeWordEmbeddings()), MoodSpace.Settings.DEFAULT);
    }

    /** @param synthetic how many songs there shall be beside the starter catalog */
    static Corpus open(int synthetic) {
        Path home = Path.of(System.getProperty("benchmarks.home", "target/benchmarks"), "songs-" + synthetic)
                .toAbsolutePath();
        Settings settings = new Settings(null, home, true, Language.ENGLISH, null, Settings.Limits.DEFAULT, SourceSettings.DEFAULT, ReindexSettings.DEFAULT, LlmSettings.DEFAULT, org.emotitune.config.TelegramSettings.DEFAULT, org.emotitune.config.DiscordSettings.DEFAULT);
        EmotiTune program = EmotiTune.start(settings, System.getenv(), Clock.systemUTC(), System.err::println);
        EmbeddedPostgres server =
                EmbeddedPostgres.open(home, EmbeddedPostgres.defaultCache(System.getenv()), System.err::println);
        Corpus corpus = new Corpus(program, server);
        corpus.fill(synthetic);
        return corpus;
    }

    private HikariDataSource pool(String initSql) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.address().dataSource());
        config.setMaximumPoolSize(4);
        config.setConnectionInitSql(initSql);
        return new HikariDataSource(config);
    }

    Conversation conversation() {
        return program.conversation();
    }

    MoodSpace space() {
        return space;
    }

    CatalogStore catalog() {
        return new PgCatalogStore(pool);
    }

    PgVectorSongIndex index() {
        return new PgVectorSongIndex(pool);
    }

    /** The same songs, searched without an index. */
    PgVectorSongIndex exactIndex() {
        return new PgVectorSongIndex(exactPool);
    }

    Indexer indexer() {
        return new Indexer(catalog(), index(), space, VocabularyFiles.load());
    }

    /** Makes the active generation stale. */
    void touch() {
        execute("UPDATE catalog_state SET revision = revision + 1");
    }

    void execute(String... statements) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill(int synthetic) {
        if (synthetic == 0 || count() >= synthetic) {
            return;
        }
        Vocabulary vocabulary = VocabularyFiles.load();
        List<Profile> starter = StarterCatalog.load(vocabulary).stream()
                .map(entry -> entry.profile())
                .toList();
        SyntheticSongs songs = new SyntheticSongs(starter, SEED);
        long start = System.nanoTime();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < synthetic; from += CHUNK) {
                copy(connection, songs, from, Math.min(from + CHUNK, synthetic));
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        execute("ANALYZE song", "ANALYZE profile_word");
        touch();
        System.err.printf("wrote %,d synthetic songs in %,d ms%n", synthetic, millisSince(start));
        indexer().refresh(true);
    }

    private long count() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM song WHERE origin = 'import'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Connection connection, SyntheticSongs songs, int from, int to) throws SQLException {
        StringBuilder song = new StringBuilder();
        StringBuilder profile = new StringBuilder();
        StringBuilder words = new StringBuilder();
        for (int i = from; i < to; i++) {
            long id = FIRST_ID + i;
            Profile each = songs.next();
            song.append("%d\tSong %d\tNobody\tsong %d nobody\t%d\timport%n".formatted(id, i, i, i % 101));
            profile.append("%d\tsynthetic%n".formatted(id));
            Map.of("emotion", each.emotions(), "theme", each.themes())
                    .forEach((kind, weighted) -> append(words, id, kind, weighted));
        }
        try (Statement statement = connection.createStatement()) {
            // Every row is right by construction: the checks of a million foreign keys would take most of the time.
            statement.execute("SET LOCAL session_replication_role = replica");
        }
        copy(connection, "song (id, title, artist, match_key, popularity, origin)", song);
        copy(connection, "profile (song_id, source)", profile);
        copy(connection, "profile_word (song_id, kind, name, weight)", words);
    }

    private static void append(StringBuilder rows, long id, String kind, List<WeightedWord> words) {
        for (WeightedWord word : words) {
            rows.append("%d\t%s\t%s\t%s%n".formatted(id, kind, word.word(), word.weight()));
        }
    }

    private static void copy(Connection connection, String table, StringBuilder rows) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY %s FROM STDIN".formatted(table), new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1_000_000;
    }

    @Override
    public void close() {
        exactPool.close();
        pool.close();
        server.close();
        program.close();
    }
}
