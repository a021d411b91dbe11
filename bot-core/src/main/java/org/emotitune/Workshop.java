package org.emotitune;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.emotitune.admin.AdminDesk;
import org.emotitune.admin.Figures;
import org.emotitune.admin.Imports;
import org.emotitune.admin.JobMessages;
import org.emotitune.admin.JobWatches;
import org.emotitune.admin.OfferedFiles;
import org.emotitune.catalog.VocabularyReport;
import org.emotitune.config.LlmSettings;
import org.emotitune.config.ReindexSettings;
import org.emotitune.config.Settings;
import org.emotitune.embedded.LexiconLyricsExtractor;
import org.emotitune.emotion.Digests;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.emotion.LyricsExtractor.Cost;
import org.emotitune.emotion.MatchedVocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.index.Generation;
import org.emotitune.intake.CatalogExport;
import org.emotitune.intake.CatalogFiles;
import org.emotitune.intake.CatalogSource;
import org.emotitune.intake.Importer;
import org.emotitune.lookup.LyricsCleaner;
import org.emotitune.postgres.PgCatalogRows;
import org.emotitune.postgres.PgIntakeStore;
import org.emotitune.postgres.PgJobBoard;
import org.emotitune.postgres.PgOutcomeCounts;
import org.emotitune.postgres.PgReindexStore;
import org.emotitune.postgres.PgScheduledWork;
import org.emotitune.reindex.Admin;
import org.emotitune.reindex.Authority;
import org.emotitune.reindex.Costs;
import org.emotitune.reindex.JobBoard;
import org.emotitune.reindex.JobWork;
import org.emotitune.reindex.LookupStages;
import org.emotitune.reindex.ReadingStage;
import org.emotitune.reindex.Reindex;
import org.emotitune.reindex.ReindexEstimator;
import org.emotitune.reindex.Restorer;
import org.emotitune.reindex.Spent;
import org.jspecify.annotations.Nullable;

/** What is done with the catalog, for the terminal and for admins: imports, exports, the reindex job. */
public final class Workshop implements AutoCloseable {
    /** As many songs are read at once as there are processors, but one for those who chat. */
    private static final int READERS = Math.max(2, Runtime.getRuntime().availableProcessors() - 1);

    private static final double TOKENS = 1_000_000;

    private final Foundation foundation;
    private final boolean own;
    private final LyricsExtractor extractor;
    private final MatchedVocabulary vocabulary;
    private final PgReindexStore store;
    private final LookupStages lookups;
    private final JobBoard board;
    private final Admin admin;
    private final WebSources web;
    private final Clock clock;
    private final AtomicReference<Runnable> beforeExit = new AtomicReference<>(() -> {});
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable PgScheduledWork scheduled;

    /** @param own whether the foundation is closed with it */
    private Workshop(Foundation foundation, boolean own, Clock clock, WebSources web) {
        Settings settings = foundation.settings();
        this.foundation = foundation;
        this.own = own;
        this.vocabulary = foundation.words();
        this.extractor = extractor(foundation, vocabulary, web.tell());
        this.store = new PgReindexStore(
                foundation.database().pool(), settings.sources().keepLyrics());
        this.web = web;
        this.lookups = new LookupStages(
                store,
                web.lyrics(settings.sources()),
                web.popularities(settings.sources()),
                LyricsCleaner::clean,
                Digests::sha256);
        this.board = new PgJobBoard(foundation.database().pool(), clock, this::wake);
        this.admin = new Admin(
                authority(settings.reindex()),
                board,
                new ReindexEstimator(store, lookups, extractor, vocabulary, price(settings.llm())),
                this::restore,
                costs());
        this.clock = clock;
    }

    /**
     * @param progress told, in a few words, what takes its time
     * @param tell told, a sentence at a time, what the operator is to do, or to wait for
     */
    public static Workshop open(
            Settings settings,
            Map<String, String> environment,
            Clock clock,
            Consumer<String> progress,
            Consumer<String> tell) {
        Foundation foundation = Foundation.open(settings, environment, VocabularyFiles.load(), progress);
        try {
            Workshop workshop = new Workshop(foundation, true, clock, new WebSources(tell));
            foundation.database().onExit().set(() -> {
                workshop.beforeExit.get().run();
                workshop.close();
            });
            return workshop;
        } catch (RuntimeException | Error e) {
            foundation.close();
            throw e;
        }
    }

    /**
     * In a program that does other things, too.
     *
     * @param tell told, a sentence at a time, what the operator is to wait for
     */
    static Workshop on(Foundation foundation, Clock clock, Consumer<String> tell) {
        return new Workshop(foundation, false, clock, new WebSources(tell));
    }

    /** Songs are read by the language model where one is set. */
    private static LyricsExtractor extractor(Foundation foundation, MatchedVocabulary words, Consumer<String> waits) {
        LyricsExtractor embedded = new LexiconLyricsExtractor(foundation.vocabulary());
        Brain brain = foundation.brain();
        return brain == null ? embedded : brain.model().songs(words, embedded, waits);
    }

    private Costs costs() {
        Brain brain = foundation.brain();
        return brain == null ? job -> Spent.NONE : brain::spent;
    }

    private int readers() {
        Brain brain = foundation.brain();
        return brain == null ? READERS : brain.setup().concurrency();
    }

    private static Authority authority(ReindexSettings settings) {
        Map<String, Set<String>> telegram = Map.of("telegram", settings.telegramAdmins());
        Map<String, Set<String>> both =
                Map.of("telegram", settings.telegramAdmins(), "discord", settings.discordAdminChannels());
        return new Authority(settings.discordAdminChannels().isEmpty() ? telegram : both, Set.of("telegram"));
    }

    private static @Nullable ToDoubleFunction<Cost> price(LlmSettings settings) {
        LlmSettings.Price price = settings.price();
        return price == null
                ? null
                : cost -> (cost.inputTokens() * price.input() + cost.outputTokens() * price.output()) / TOKENS;
    }

    /** @param work done before all is closed where a signal ends the process; waits for whatever must not be torn */
    public void beforeExit(Runnable work) {
        beforeExit.set(work);
    }

    public Admin admin() {
        return admin;
    }

    /**
     * What answers admins in chats; to be closed before this is.
     *
     * @param mostBytes of a file that the platform lets a bot fetch
     */
    public AdminDesk desk(long mostBytes) {
        Settings settings = foundation.settings();
        OfferedFiles files = new OfferedFiles(settings.home().resolve("offered"), clock, new SecureRandom());
        Imports.Intake imports =
                new Imports.Intake(importer(), settings.sources().keepLyrics(), this::refreshIndex);
        return new AdminDesk(
                admin,
                new AdminDesk.Limits(settings.reindex().askAbove(), mostBytes),
                new Imports(imports, files, clock),
                this::figures,
                clock);
    }

    private Figures figures() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Brain brain = foundation.brain();
        return new Figures(
                foundation.index().active().map(Generation::songs).orElse(0),
                intake().waiting(),
                new PgOutcomeCounts(foundation.database().pool()).since(today.minusDays(Figures.DAYS - 1)),
                brain == null ? null : brain.spentOn(today));
    }

    /**
     * What shows jobs in chats; to be started, and to be closed before this is.
     *
     * @param messages where it is kept which messages do
     */
    public JobWatches watches(JobWatches.Platform platform, JobMessages messages) {
        Path picture = foundation.settings().home().resolve("evaluation").resolve("similarity.png");
        return new JobWatches(
                platform, messages, new JobWatches.Jobs(board, costs(), picture), JobWatches.Timing.usual(clock));
    }

    private PgIntakeStore intake() {
        return new PgIntakeStore(foundation.database().pool(), extractor.version());
    }

    public Importer importer() {
        return new Importer(intake(), vocabulary, LyricsCleaner::clean, Digests::sha256);
    }

    /**
     * Signs the operator in to Spotify where a playlist needs it.
     *
     * @param named a file, or a Spotify playlist by its link
     * @throws org.emotitune.intake.UnreadableSourceException if there is no such source, or nobody signs in
     */
    public CatalogSource source(String named) {
        Settings settings = foundation.settings();
        return WebSources.isPlaylist(named)
                ? web.playlist(named, settings.sources().spotify(), settings.home())
                : CatalogFiles.open(Path.of(named));
    }

    /** @return number of songs written */
    public long export(Path file) {
        return CatalogExport.write(file, rows());
    }

    private PgCatalogRows rows() {
        return new PgCatalogRows(
                foundation.database().pool(), foundation.settings().starter());
    }

    /** How the emotion words of the catalog are, and how they were before the controlled vocabulary. */
    public VocabularyReport.Figures words() {
        VocabularyReport report =
                new VocabularyReport(term -> vocabulary.emotion(term).isPresent());
        rows().eachWords(report::add);
        return report.figures();
    }

    /** Makes what was imported with profiles searchable. */
    public void refreshIndex() {
        foundation.refreshIndex();
    }

    /** Begins to do jobs in this process; to be called once. */
    public void work() {
        PgScheduledWork work = new PgScheduledWork(foundation.database().pool(), clock, jobs());
        wakes(work);
        work.startJobs();
    }

    /** What is to be done when a job is asked for. */
    JobWork jobs() {
        ReadingStage.Limits limits = new ReadingStage.Limits(
                readers(), foundation.settings().reindex().failures());
        return new Reindex(
                lookups,
                new ReadingStage(store, extractor, vocabulary, limits),
                store,
                foundation::indexer,
                foundation.settings().starter(),
                costs());
    }

    /** @param work that does jobs in this process: it is told at once when one is asked for here */
    void wakes(PgScheduledWork work) {
        scheduled = work;
    }

    private void wake() {
        if (scheduled != null) {
            scheduled.wake();
        }
    }

    private Restorer.Restored restore() {
        return foundation
                .index()
                .restore(foundation.space().digest())
                .<Restorer.Restored>map(generation -> new Restorer.Restored.Older(generation.songs()))
                .orElseGet(Restorer.Restored.NoneKept::new);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        if (!own) {
            return;
        }
        if (scheduled != null) {
            scheduled.close();
        }
        foundation.close();
    }
}
