package org.emotitune.reindex;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.emotitune.emotion.ControlledVocabulary;
import org.emotitune.emotion.LyricsExtractor;
import org.emotitune.emotion.LyricsExtractor.Cost;
import org.emotitune.reindex.ReindexStore.Amount;
import org.emotitune.reindex.ReindexStore.Work;
import org.jspecify.annotations.Nullable;

/** Tells what a job would cost from what waits in the catalog. */
public final class ReindexEstimator implements Estimator {
    /** Length of a usual lyric: what a song counts for whose lyrics have to be looked for first. */
    private static final int USUAL_CHARACTERS = 1_800;

    private final ReindexStore store;
    private final LookupStages lookups;
    private final LyricsExtractor extractor;
    private final ControlledVocabulary vocabulary;
    private final @Nullable ToDoubleFunction<Cost> price;

    /** @param price money for a cost; null where no price is known */
    public ReindexEstimator(
            ReindexStore store,
            LookupStages lookups,
            LyricsExtractor extractor,
            ControlledVocabulary vocabulary,
            @Nullable ToDoubleFunction<Cost> price) {
        this.store = store;
        this.lookups = lookups;
        this.extractor = extractor;
        this.vocabulary = vocabulary;
        this.price = price;
    }

    @Override
    public Estimate estimate(boolean everything) {
        Work work = new Work(null, extractor.source(), extractor.version(), vocabulary.version(), everything);
        Amount waiting = store.toRead(work);
        long lookedFor = lookups.lyricsWanted(work);
        Cost cost = sum(times(waiting.songs(), length(waiting)), times(lookedFor, USUAL_CHARACTERS));
        return new Estimate(
                waiting.songs(),
                lookedFor,
                lookups.popularitiesWanted(work),
                cost.calls(),
                cost.inputTokens(),
                cost.outputTokens(),
                cost.equals(Cost.NONE)
                        ? OptionalDouble.of(0)
                        : price == null ? OptionalDouble.empty() : OptionalDouble.of(price.applyAsDouble(cost)));
    }

    private static int length(Amount amount) {
        return amount.songs() == 0 ? 0 : Math.toIntExact(amount.characters() / amount.songs());
    }

    private Cost times(long songs, int characters) {
        Cost one = extractor.costOf(characters);
        return new Cost(songs * one.calls(), songs * one.inputTokens(), songs * one.outputTokens());
    }

    private static Cost sum(Cost one, Cost other) {
        return new Cost(
                one.calls() + other.calls(),
                one.inputTokens() + other.inputTokens(),
                one.outputTokens() + other.outputTokens());
    }
}
