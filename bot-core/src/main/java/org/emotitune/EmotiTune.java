package org.emotitune;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.catalog.Indexer;
import org.emotitune.catalog.StarterCatalog;
import org.emotitune.config.Settings;
import org.emotitune.conversation.Conversation;
import org.emotitune.conversation.Conversation.Hearing;
import org.emotitune.conversation.Conversation.Memory;
import org.emotitune.conversation.Conversation.Music;
import org.emotitune.conversation.OutcomeTally;
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
import org.emotitune.job.Housekeeping;
import org.emotitune.person.Keyring;
import org.emotitune.person.PersonStore;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgDailyWork;
import org.emotitune.postgres.PgOutcomeCounts;
import org.emotitune.postgres.PgPersonStore;
import org.emotitune.postgres.PgVectorSongIndex;
import org.emotitune.postgres.PgWordEmbeddings;
import org.emotitune.reception.FairUse;
import org.emotitune.reception.Reception;
import org.emotitune.recommend.RecentVotes;
import org.emotitune.recommend.Recommender;
import org.emotitune.safety.HelpLines;
import org.emotitune.safety.SafetyGate;
import org.jspecify.annotations.Nullable;

/** The composition root: the one place where the parts are made and put together. */
public final class EmotiTune implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final long CONNECTION_TIMEOUT_MS = 5_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final Conversation conversation;
    private final Reception reception;
    private final Housekeeping housekeeping;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmotiTune(Database database, Conversation conversation, Reception reception, Housekeeping housekeeping) {
        this.database = database;
        this.conversation = conversation;
        this.reception = reception;
        this.housekeeping = housekeeping;
        database.onExit().set(this::close);
    }

    /**
     * Starts everything that answering a message needs: database, catalog, song index, lexicon.
     *
     * @param clock tells when songs were given and what is old
     * @param progress told, in a few words, what takes its time
     */
    public static EmotiTune start(
            Settings settings, Map<String, String> environment, Clock clock, Consumer<String> progress) {
        Vocabulary vocabulary = VocabularyFiles.load();
        CompletableFuture<Hearing> hearing = CompletableFuture.supplyAsync(() -> hearing(settings.home(), vocabulary));
        Database database = Database.open(settings, environment, progress);
        try {
            PgPersonStore people = new PgPersonStore(database.pool());
            OutcomeTally tally = new OutcomeTally(new PgOutcomeCounts(database.pool()), clock);
            Music music = music(settings, database, people, vocabulary, progress);
            Settings.Limits limits = settings.limits();
            Memory memory = new Memory(
                    people, Keyring.open(settings.home()), tally, clock, limits.noRepeats(), limits.retention());
            Conversation conversation = Conversation.of(joined(hearing), music, memory);
            return new EmotiTune(
                    database,
                    conversation,
                    reception(conversation, limits, clock),
                    new Housekeeping(
                            people, tally, new PgDailyWork(database.pool(), clock), clock, limits.retention()));
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    /** What hears messages; needs no database, so it is loaded while that starts. */
    private static Hearing hearing(Path home, Vocabulary vocabulary) {
        Lexicon lexicon = new LexiconFiles(vocabulary).load();
        LexiconExtractor extractor = new LexiconExtractor(vocabulary, lexicon);
        SafetyGate safety = SafetyGate.load(lexicon.chatSpelling().tokenizer(null));
        return new Hearing(safety, HelpLines.load(home), extractor, extractor);
    }

    private static Hearing joined(CompletableFuture<Hearing> hearing) {
        try {
            return hearing.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : e;
        }
    }

    /** The catalog, and an index of it that is up to date. */
    private static Music music(
            Settings settings,
            Database database,
            PersonStore people,
            Vocabulary vocabulary,
            Consumer<String> progress) {
        CatalogStore catalog = new PgCatalogStore(database.pool());
        PgVectorSongIndex index = new PgVectorSongIndex(database.pool());
        progress.accept("loading the catalog");
        catalog.keepVocabulary(vocabulary);
        if (settings.starter()) {
            catalog.keepStarter(StarterCatalog.digest(), () -> StarterCatalog.load(vocabulary));
        }
        progress.accept("preparing the mood space");
        MoodSpace space = new MoodSpace(
                vocabulary, new PgWordEmbeddings(database.pool(), new BgeWordEmbeddings()), MoodSpace.Settings.DEFAULT);
        progress.accept("building the song index");
        new Indexer(catalog, index, space, vocabulary).refresh(settings.starter());
        return new Music(
                new Recommender(index, catalog, space, vocabulary, new RecentVotes(people::votes)),
                catalog,
                space,
                vocabulary);
    }

    private static Reception reception(Conversation conversation, Settings.Limits limits, Clock clock) {
        FairUse usual = FairUse.DEFAULT;
        FairUse fairUse = new FairUse(
                limits.messages(), usual.period(), usual.waitingPerPerson(), usual.waitingInAll(), usual.inWork());
        return new Reception(conversation::reply, conversation::isUrgent, conversation::languageOf, fairUse, clock);
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

    /** Begins the work that is done whether or not anybody talks; to be called once, by programs that stay. */
    public void keepHouse() {
        housekeeping.start();
    }

    public Conversation conversation() {
        return conversation;
    }

    /** The door of the conversation, for platforms. */
    public Reception reception() {
        return reception;
    }

    /**
     * Lets running answers end, writes the last counts, and stops the embedded server if nobody else uses it. Done also
     * where the process is ended by a signal.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        reception.close(PATIENCE);
        housekeeping.close();
        database.close();
    }

    /** The migrated database, its pool, and the embedded server if that is what it runs on. */
    private record Database(
            @Nullable EmbeddedPostgres server,
            HikariDataSource pool,
            Migration migration,
            AtomicReference<Runnable> onExit)
            implements AutoCloseable {

        static Database open(Settings settings, Map<String, String> environment, Consumer<String> progress) {
            DatabaseAddress configured = settings.database();
            EmbeddedPostgres server = null;
            // Ctrl-C and SIGTERM end the process without closing anything.
            AtomicReference<Runnable> onExit = new AtomicReference<>(() -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> onExit.get().run(), "close"));
            if (configured == null) {
                progress.accept("starting the embedded PostgreSQL");
                server = EmbeddedPostgres.open(settings.home(), EmbeddedPostgres.defaultCache(environment), progress);
                configured = server.address();
                onExit.set(server::close);
            }
            try {
                Migration migration = Migrator.migrate(configured.dataSource());
                return new Database(server, pool(configured), migration, onExit);
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
