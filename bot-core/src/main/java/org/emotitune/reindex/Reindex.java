package org.emotitune.reindex;

import java.util.function.Supplier;
import org.emotitune.catalog.Indexer;
import org.emotitune.index.Generation;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.reindex.ReindexStore.Done;
import org.emotitune.reindex.ReindexStore.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the songs of the catalog and builds the index: looks up what is missing, reads what is new or has changed, and
 * switches to a new generation in one step. Whatever ends it before, the old generation stays; what was done until then
 * is found done by the next run.
 */
public final class Reindex implements JobWork {
    private static final Logger LOG = LoggerFactory.getLogger(Reindex.class);

    private final LookupStages lookups;
    private final ReadingStage reading;
    private final ReindexStore store;
    private final Supplier<Indexer> indexer;
    private final boolean withStarter;
    private final Costs costs;

    /**
     * @param indexer made when the words of the vocabulary are to be embedded
     * @param withStarter whether the starter catalog is indexed, too
     * @param costs told with the outcome
     */
    public Reindex(
            LookupStages lookups,
            ReadingStage reading,
            ReindexStore store,
            Supplier<Indexer> indexer,
            boolean withStarter,
            Costs costs) {
        this.lookups = lookups;
        this.reading = reading;
        this.store = store;
        this.indexer = indexer;
        this.withStarter = withStarter;
        this.costs = costs;
    }

    @Override
    public String run(JobControl control) {
        Work work = reading.work(control.id(), control.everything());
        Done before = store.done(control.id());
        FailureLimit limit = reading.failureLimit(
                control,
                before.read()
                        + before.troubled()
                        + lookups.lyricsWanted(work)
                        + store.toRead(work).songs());
        lookups.lyrics(work, control);
        lookups.popularities(work, control);
        reading.run(work, control, limit);
        store.forgetLyrics(work);
        control.begin(Stage.WORDS, 0, 1);
        Indexer ready = indexer.get();
        control.advance(1);
        store.publish();
        Done done = store.done(control.id());
        long without = store.lyricsWanted(work);
        String outcome = outcome(done, index(ready, control), without);
        return "%s %s".formatted(outcome, spent(control.id(), done.read())).strip();
    }

    /** The new index is there: that its cost is not known must not make the job run again. */
    private String spent(long job, long songs) {
        try {
            return costs.of(job).sentence(songs);
        } catch (StoreUnavailableException e) {
            LOG.warn("What job {} has cost is not known: {}", job, e.getMessage());
            return "";
        }
    }

    private Generation index(Indexer ready, JobControl control) {
        control.begin(Stage.INDEX, 0, store.profiledSongs());
        control.check();
        return ready.refresh(withStarter, () -> {
            control.check();
            control.advance(1);
        });
    }

    /** @param without songs whose lyrics are neither there nor known to be nowhere: nobody could be asked */
    private static String outcome(Done done, Generation generation, long without) {
        String news = done.read() + done.lyrics() + done.popularities() == 0
                ? "There was nothing new to read"
                : "%,d songs read, %,d lyrics and %,d popularities found"
                        .formatted(done.read(), done.lyrics(), done.popularities());
        String lacking = without == 0
                ? ""
                : " %,d songs have no lyrics that could be read: none came with them, or they were not kept."
                        .formatted(without);
        return "%s; the index has %,d songs.%s".formatted(news, generation.songs(), lacking);
    }
}
