package org.emotitune;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.emotitune.admin.JobMessages;
import org.emotitune.config.Settings;
import org.emotitune.conversation.Conversation;
import org.emotitune.conversation.Conversation.Hearing;
import org.emotitune.conversation.Conversation.Memory;
import org.emotitune.conversation.Conversation.Music;
import org.emotitune.conversation.OutcomeTally;
import org.emotitune.db.Migration;
import org.emotitune.embedded.Lexicon;
import org.emotitune.embedded.LexiconExtractor;
import org.emotitune.embedded.LexiconFiles;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.job.Housekeeping;
import org.emotitune.job.Housekeeping.Kept;
import org.emotitune.person.Keyring;
import org.emotitune.person.PersonStore;
import org.emotitune.postgres.PgJobMessages;
import org.emotitune.postgres.PgOpenChannels;
import org.emotitune.postgres.PgOutcomeCounts;
import org.emotitune.postgres.PgPersonStore;
import org.emotitune.postgres.PgReceipts;
import org.emotitune.postgres.PgScheduledWork;
import org.emotitune.reception.FairUse;
import org.emotitune.reception.OpenChannels;
import org.emotitune.reception.Receipts;
import org.emotitune.reception.Reception;
import org.emotitune.recommend.RecentVotes;
import org.emotitune.recommend.Recommender;
import org.emotitune.safety.HelpLines;
import org.emotitune.safety.SafetyGate;
import org.jspecify.annotations.Nullable;

/** The composition root: the one place where the parts are made and put together. */
public final class EmotiTune implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final Conversation conversation;
    private final Reception reception;
    private final Receipts receipts;
    private final Housekeeping housekeeping;
    private final @Nullable Workshop workshop;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmotiTune(
            Database database,
            Conversation conversation,
            Reception reception,
            Receipts receipts,
            Housekeeping housekeeping,
            @Nullable Workshop workshop) {
        this.database = database;
        this.workshop = workshop;
        this.conversation = conversation;
        this.reception = reception;
        this.receipts = receipts;
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
        return start(settings, environment, clock, progress, null);
    }

    /**
     * The same with what admins may do, whose jobs are done in this process.
     *
     * @param tell told, a sentence at a time, what the operator is to wait for
     */
    public static EmotiTune startWithAdmins(
            Settings settings,
            Map<String, String> environment,
            Clock clock,
            Consumer<String> progress,
            Consumer<String> tell) {
        return start(settings, environment, clock, progress, tell);
    }

    private static EmotiTune start(
            Settings settings,
            Map<String, String> environment,
            Clock clock,
            Consumer<String> progress,
            @Nullable Consumer<String> tell) {
        Vocabulary vocabulary = VocabularyFiles.load();
        CompletableFuture<Hearing> hearing = CompletableFuture.supplyAsync(() -> hearing(settings.home(), vocabulary));
        Foundation foundation = Foundation.open(settings, environment, vocabulary, progress);
        try {
            Database database = foundation.database();
            PgPersonStore people = new PgPersonStore(database.pool());
            OutcomeTally tally = new OutcomeTally(new PgOutcomeCounts(database.pool()), clock);
            CompletableFuture<Hearing> heard = hearing.thenApplyAsync(embedded -> withModel(embedded, foundation));
            Music music = music(foundation, people, progress);
            Settings.Limits limits = settings.limits();
            Memory memory = new Memory(
                    people, Keyring.open(settings.home()), tally, clock, limits.noRepeats(), limits.retention());
            Conversation conversation = Conversation.of(joined(heard), music, memory);
            Workshop workshop = tell == null ? null : Workshop.on(foundation, clock, tell);
            Receipts receipts = new PgReceipts(database.pool());
            PgScheduledWork work = scheduled(database, clock, workshop);
            return new EmotiTune(
                    database,
                    conversation,
                    reception(conversation, limits, clock),
                    receipts,
                    new Housekeeping(new Kept(people, receipts, tally), work, clock, limits.retention()),
                    workshop);
        } catch (RuntimeException | Error e) {
            foundation.close();
            throw e;
        }
    }

    private static PgScheduledWork scheduled(Database database, Clock clock, @Nullable Workshop workshop) {
        if (workshop == null) {
            return new PgScheduledWork(database.pool(), clock);
        }
        PgScheduledWork work = new PgScheduledWork(database.pool(), clock, workshop.jobs());
        workshop.wakes(work);
        return work;
    }

    /** What hears messages; needs no database, so it is loaded while that starts. */
    private static Hearing hearing(Path home, Vocabulary vocabulary) {
        Lexicon lexicon = new LexiconFiles(vocabulary).load();
        LexiconExtractor extractor = new LexiconExtractor(vocabulary, lexicon);
        SafetyGate safety = SafetyGate.load(lexicon.chatSpelling().tokenizer(null));
        return new Hearing(safety, HelpLines.load(home), extractor, extractor);
    }

    /** Messages are read by the language model where one is set, and by the lexicon where it fails. */
    private static Hearing withModel(Hearing embedded, Foundation foundation) {
        Brain brain = foundation.brain();
        return brain == null
                ? embedded
                : new Hearing(
                        embedded.safety(),
                        embedded.helpLines(),
                        embedded.languages(),
                        brain.model().messages(foundation.wordsByForm(), embedded.extractor()));
    }

    private static Hearing joined(CompletableFuture<Hearing> hearing) {
        try {
            return hearing.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : e;
        }
    }

    /** The catalog, and an index of it that is up to date. */
    private static Music music(Foundation foundation, PersonStore people, Consumer<String> progress) {
        progress.accept("preparing the mood space");
        MoodSpace space = foundation.space();
        progress.accept("building the song index");
        foundation.refreshIndex();
        Vocabulary vocabulary = foundation.vocabulary();
        return new Music(
                new Recommender(
                        foundation.index(), foundation.catalog(), space, vocabulary, new RecentVotes(people::votes)),
                foundation.catalog(),
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

    /** @param work done before all is closed where a signal ends the process: whatever must end while all still runs */
    public void beforeExit(Runnable work) {
        database.onExit().set(() -> {
            work.run();
            close();
        });
    }

    /** Begins the work that is done whether or not anybody talks; to be called once, by programs that stay. */
    public void keepHouse() {
        housekeeping.start();
    }

    public Conversation conversation() {
        return conversation;
    }

    /** @throws IllegalStateException if it was started without admins */
    public Workshop workshop() {
        if (workshop == null) {
            throw new IllegalStateException("started without admins");
        }
        return workshop;
    }

    /** Which messages show how jobs go. */
    public JobMessages jobMessages() {
        return new PgJobMessages(database.pool());
    }

    /** Where every message is answered. Asks the database; to be called once, for what one opens the other never sees. */
    public OpenChannels openChannels() {
        return PgOpenChannels.load(database.pool());
    }

    /** The door of the conversation, for platforms. */
    public Reception reception() {
        return reception;
    }

    /** What platforms have handed in already. */
    public Receipts receipts() {
        return receipts;
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
}
