package org.emotitune;

import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.emotitune.catalog.CatalogStore;
import org.emotitune.catalog.Indexer;
import org.emotitune.catalog.StarterCatalog;
import org.emotitune.config.Settings;
import org.emotitune.embedded.BgeWordEmbeddings;
import org.emotitune.embedded.EmotionWords;
import org.emotitune.emotion.MatchedVocabulary;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.VocabularyMatcher;
import org.emotitune.emotion.WordEmbeddings;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.postgres.PgCatalogStore;
import org.emotitune.postgres.PgJobBoard;
import org.emotitune.postgres.PgVectorSongIndex;
import org.emotitune.postgres.PgWordEmbeddings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What conversations and the work on the catalog stand on: the database, the catalog, the index, the mood space. */
final class Foundation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);

    private final Settings settings;
    private final Database database;
    private final Vocabulary vocabulary;
    private final CatalogStore catalog;
    private final PgVectorSongIndex index;
    private final @Nullable Brain brain;
    private WordEmbeddings fleetingEmbeddings;
    private WordEmbeddings embeddings;
    private @Nullable MoodSpace space;

    private Foundation(Settings settings, Database database, Vocabulary vocabulary) {
        this.settings = settings;
        this.database = database;
        this.vocabulary = vocabulary;
        this.catalog = new PgCatalogStore(database.pool());
        this.index = new PgVectorSongIndex(database.pool());
        this.brain = Brain.of(settings.llm(), vocabulary, database.pool(), Clock.systemUTC());
        WordEmbeddings ofServer = brain == null ? null : brain.model().embeddings();
        this.fleetingEmbeddings = ofServer == null ? new BgeWordEmbeddings() : ofServer;
        this.embeddings = new PgWordEmbeddings(database.pool(), fleetingEmbeddings);
        if (ofServer != null) {
            embedOrUseOwn();
        }
    }

    /** A server that cannot embed the words of the vocabulary keeps nobody from talking: they are embedded here then. */
    private void embedOrUseOwn() {
        try {
            space();
        } catch (ServiceUnavailableException e) {
            fleetingEmbeddings = new BgeWordEmbeddings();
            embeddings = new PgWordEmbeddings(database.pool(), fleetingEmbeddings);
            LOG.warn(
                    "Words are embedded by {} until the next start, for the language model's server did not: {}",
                    fleetingEmbeddings.model(),
                    e.getMessage());
        }
    }

    /** The language model; null where none is set. */
    @Nullable
    Brain brain() {
        return brain;
    }

    /** What any words are taken through to become words of the vocabulary. */
    MatchedVocabulary words() {
        return new MatchedVocabulary(vocabulary, matcher());
    }

    /** The same while a person waits: nothing is embedded. */
    MatchedVocabulary wordsByForm() {
        return MatchedVocabulary.byForm(vocabulary, matcher());
    }

    private VocabularyMatcher matcher() {
        return EmotionWords.matcher(vocabulary, embeddings, fleetingEmbeddings);
    }

    /**
     * Opens the database and brings the catalog that came with the program into it.
     *
     * @param progress told, in a few words, what takes its time
     */
    static Foundation open(
            Settings settings, Map<String, String> environment, Vocabulary vocabulary, Consumer<String> progress) {
        Database database = Database.open(settings, environment, progress);
        try {
            Foundation foundation = new Foundation(settings, database, vocabulary);
            progress.accept("loading the catalog");
            foundation.catalog.keepVocabulary(vocabulary);
            if (settings.starter()) {
                foundation.catalog.keepStarter(StarterCatalog.digest(), () -> StarterCatalog.load(vocabulary));
            }
            return foundation;
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    Settings settings() {
        return settings;
    }

    Database database() {
        return database;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    CatalogStore catalog() {
        return catalog;
    }

    PgVectorSongIndex index() {
        return index;
    }

    /** Made when it is first asked for; that embeds the words of the vocabulary that were never embedded before. */
    final synchronized MoodSpace space() {
        MoodSpace made = space;
        if (made == null) {
            made = new MoodSpace(vocabulary, embeddings, MoodSpace.Settings.DEFAULT);
            space = made;
        }
        return made;
    }

    Indexer indexer() {
        return new Indexer(catalog, index, space(), vocabulary);
    }

    /**
     * Brings the index up to date, unless a job is under way that will: what it has read so far is not to be seen before
     * it is done.
     */
    void refreshIndex() {
        boolean usable = index.active()
                .filter(generation -> generation.space().equals(space().digest()))
                .isPresent();
        boolean atWork = new PgJobBoard(database.pool(), Clock.systemUTC(), () -> {})
                .current()
                .isPresent();
        if (!usable || !atWork) {
            indexer().refresh(settings.starter());
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
