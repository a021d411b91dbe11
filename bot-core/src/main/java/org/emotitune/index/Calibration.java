package org.emotitune.index;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.emotitune.emotion.MoodSpace;

/**
 * Finds the similarity below which a song is no match. A fixed cosine would mean another thing in every catalog and
 * every mood space; so it is a quantile of the similarities between random pairs of the catalog's own songs: a match
 * has to be nearer to the message than most songs are to each other.
 */
public final class Calibration {
    /** Share of random pairs of songs that lie below the floor; see the decision record on relevance. */
    static final double QUANTILE = 0.9;

    private static final int PAIRS = 20_000;
    private static final long SEED = 20_240_219;

    private Calibration() {}

    /**
     * @param vectors unit vectors of all songs
     * @return the floor, -1 to 1; -1 where there are fewer than two songs. The same vectors in the same order give the
     *     same floor.
     */
    public static double floor(List<float[]> vectors) {
        if (vectors.size() < 2) {
            return -1;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] similarities = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            int one = random.nextInt(vectors.size());
            int other = random.nextInt(vectors.size() - 1);
            similarities[i] = MoodSpace.cosine(vectors.get(one), vectors.get(other < one ? other : other + 1));
        }
        Arrays.sort(similarities);
        return similarities[(int) (QUANTILE * PAIRS)];
    }
}
