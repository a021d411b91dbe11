package org.emotitune.index;

import java.util.List;
import java.util.function.Consumer;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.index.SongIndex.SongVector;

/**
 * What a generation is to be built from.
 *
 * @param space digest of the mood space
 * @param settings of the mood space
 * @param catalog which state of the catalog this is
 * @param songs gives the vectors; asked once, and only if the generation is to be built
 */
public record GenerationPlan(String space, MoodSpace.Settings settings, String catalog, Songs songs) {

    /** Vectors one after another: a large catalog does not fit into memory. */
    public interface Songs {
        /** @param each told of every song once; what it throws ends the building */
        Figures forEach(Consumer<SongVector> each);
    }

    /**
     * What is known of a generation when all its vectors have been seen.
     *
     * @param floor similarity below which a song is no match, -1 to 1
     * @param medianPopularity 0 to 100
     */
    public record Figures(double floor, int medianPopularity) {}

    /** A plan of vectors that are there. */
    public static GenerationPlan of(
            String space, MoodSpace.Settings settings, String catalog, List<SongVector> vectors, Figures figures) {
        List<SongVector> copy = List.copyOf(vectors);
        return new GenerationPlan(space, settings, catalog, each -> {
            copy.forEach(each);
            return figures;
        });
    }
}
