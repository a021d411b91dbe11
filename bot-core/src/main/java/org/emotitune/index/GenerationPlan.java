package org.emotitune.index;

import java.util.List;
import org.emotitune.emotion.MoodSpace;
import org.emotitune.index.SongIndex.SongVector;

/**
 * What a generation is to be built from.
 *
 * @param space digest of the mood space
 * @param settings of the mood space
 * @param catalog which state of the catalog this is
 * @param vectors one a song
 */
public record GenerationPlan(
        String space,
        MoodSpace.Settings settings,
        String catalog,
        List<SongVector> vectors,
        double floor,
        int medianPopularity) {
    public GenerationPlan {
        vectors = List.copyOf(vectors);
    }
}
