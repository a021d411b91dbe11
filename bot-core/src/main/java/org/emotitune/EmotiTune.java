package org.emotitune;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.catalog.Indexer;
import org.emotitune.catalog.StarterCatalog;
import org.emotitune.config.Settings;
import org.emotitune.conversation.Conversation;
import org.emotitune.db.DatabaseAddress;
import org.emotitune.db.EmbeddedPostgres;
import org.emotitune.db.Migration;
import org.emotitune.db.Migrator;
import org.emotitune.embedded.BgeWordEmbeddings;
import org.emotitune.embedded.Lexicon;
import org.emotitune.embedded.LexiconExtractor;
import org.emotitune.embedded.LexiconFiles;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgVectorSongIndex;
import org.emotitune.postgres.PgWordEmbeddings;
import org.emotitune.recommend.Recommender;
import org.emotitune.safety.SafetyGate;
import org.jspecify.annotations.Nullable;

/** The composition root: the one place where the parts are made and put together. */
public final class EmotiTune implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final long CONNECTION_TIMEOUT_MS = 5_000;

    private final Database database;
    private final Vocabulary vocabulary;
    private final Conversation conversation;

    private EmotiTune(Database database, Vocabulary vocabulary, Conversation conversation) {
        this.database = database;
        this.vocabulary = vocabulary;
        this.conversation = conversation;
    }

    /**
     * Starts everything that answering a message needs: database, catalog, song index, lexicon.
     *
     * @param progress told, in a few words, what takes its time
     */
    public static EmotiTune start(Settings settings, Map<String, String> environment, Consumer<String> progress) {
        Vocabulary vocabulary = VocabularyFiles.load();
        CompletableFuture<Reader> reader = CompletableFuture.supplyAsync(() -> Reader.load(settings, vocabulary));
        Database database = Database.open(settings, environment, progress);
        try {
            HikariDataSource pool = database.pool();
            CatalogStore catalog = new PgCatalogStore(pool);
            PgVectorSongIndex index = new PgVectorSongIndex(pool);
            progress.accept("loading the catalog");
            catalog.keepVocabulary(vocabulary);
            if (settings.starter()) {
                catalog.keepStarter(StarterCatalog.digest(), () -> StarterCatalog.load(vocabulary));
            }
            progress.accept("preparing the mood space");
            MoodSpace space = new MoodSpace(
                    vocabulary, new PgWordEmbeddings(pool, new BgeWordEmbeddings()), MoodSpace.Settings.DEFAULT);
            progress.accept("building the song index");
            new Indexer(catalog, index, space).refresh(settings.starter());
            Reader loaded = Reader.joined(reader);
            Recommender recommender = new Recommender(index, catalog, space, vocabulary);
            return new EmotiTune(
                    database, vocabulary, new Conversation(loaded.safety(), loaded.extractor(), recommender));
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    /**
     * Brings the schema of the database up to date, and nothing else.
     *
     * @param progress told, in a few words, what takes its time
     */
    public static Migration migrate(Settings settings, Map<String, String> environment, Consumer<String> progress) {
        try (Database database = Database.open(settings, environment, progress)) {
            return database.migration();
        }
    }

    public Conversation conversation() {
        return conversation;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public void close() {
        database.close();
    }

    /** What hears messages; needs no database, so it is loaded while that starts. */
    private record Reader(SafetyGate safety, LexiconExtractor extractor) {
        static Reader load(Settings settings, Vocabulary vocabulary) {
            Lexicon lexicon = new LexiconFiles(vocabulary).load();
            return new Reader(
                    SafetyGate.load(lexicon.chatSpelling().tokenizer(null)),
                    new LexiconExtractor(vocabulary, lexicon, settings.language()));
        }

        static Reader joined(CompletableFuture<Reader> reader) {
            try {
                return reader.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException problem ? problem : e;
            }
        }
    }

    /** The migrated database, its pool, and the embedded server if that is what it runs on. */
    private record Database(@Nullable EmbeddedPostgres server, HikariDataSource pool, Migration migration)
            implements AutoCloseable {

        static Database open(Settings settings, Map<String, String> environment, Consumer<String> progress) {
            DatabaseAddress configured = settings.database();
            EmbeddedPostgres server = null;
            if (configured == null) {
                progress.accept("starting the embedded PostgreSQL");
                server = EmbeddedPostgres.open(settings.home(), EmbeddedPostgres.defaultCache(environment), progress);
                configured = server.address();
                // Ctrl-C and SIGTERM end the process without closing anything.
                Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close-database"));
            }
            try {
                Migration migration = Migrator.migrate(configured.dataSource());
                return new Database(server, pool(configured), migration);
            } catch (RuntimeException e) {
                if (server != null) {
                    server.close();
                }
                throw e;
            }
        }

        private static HikariDataSource pool(DatabaseAddress address) {
            HikariConfig config = new HikariConfig();
            config.setPoolName("emotitune");
            config.setDataSource(address.dataSource());
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(1);
            config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
            config.setConnectionInitSql(PgVectorSongIndex.SESSION);
            return new HikariDataSource(config);
        }

        @Override
        public void close() {
            pool.close();
            if (server != null) {
                server.close();
            }
        }
    }
}
