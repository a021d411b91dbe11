package org.emotitune.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.emotitune.emotion.Profile;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;

/**
 * Song vectors of one generation at a time, searched by cosine similarity. A new generation is built beside the one
 * that is searched, and takes its place in one step. Thread-safe.
 */
public interface SongIndex {

    /**
     * A song near a query.
     *
     * @param cosine cosine of the two vectors, -1 (opposite) to 1 (the same)
     */
    record Neighbour(SongId song, double cosine) {}

    /** From this share of sad emotions on a song counts as sad. */
    double SAD = 0.2;

    /**
     * A song to be indexed.
     *
     * @param profile what the vector is of; kept with it
     * @param vector unit vector; copied by nobody, so it must not change any more
     * @param language ISO 639 code of the language sung; null where it is not known
     * @param year year of release; null where it is not known
     * @param sadness share of the weight of sad emotions, 0 to 1
     */
    record SongVector(
            SongId song,
            Profile profile,
            List<Float> vector,
            @Nullable String language,
            @Nullable Integer year,
            double sadness) {
        public SongVector {
            vector = List.copyOf(vector);
        }
    }

    /** @return the generation that is searched now; empty before the first one */
    Optional<Generation> active();

    /**
     * @param generation a generation that {@link #active} gave
     * @param query unit vector
     * @param k how many at the most, at least 1
     * @return the nearest songs that the filter lets through, nearest first
     */
    List<Neighbour> nearest(Generation generation, float[] query, int k, SongFilter filter);

    /**
     * Builds a generation and makes it the active one. If another process is building, waits for it first; if the
     * active generation then is what the plan wants, nothing is built again. Whatever goes wrong, the old one stays.
     *
     * @param plan asked for when it is this caller's turn, so that it cannot be of a state that another has overtaken
     * @return the generation that is active now
     */
    Generation build(Supplier<GenerationPlan> plan);

    /**
     * Makes the generation before the active one the active one, in one step. It then stands for what the catalog is now,
     * so that nobody builds a newer one until the catalog changes again. Done twice, all is as it was.
     *
     * @param space digest of the mood space: a generation of another one cannot be searched any more
     * @return the generation that is active now; empty if there is none to go back to
     */
    Optional<Generation> restore(String space);

    /** Builds a generation of a plan that cannot be overtaken. */
    default Generation build(GenerationPlan plan) {
        return build(() -> plan);
    }
}
