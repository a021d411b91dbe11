package org.emotitune.index;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Some vectors of many that come by, each with the same chance to be among them: reservoir sampling (Vitter 1985,
 * algorithm R). The same vectors in the same order give the same sample.
 */
public final class VectorSample {
    /** As many as {@link Calibration} takes pairs: below that the sample is everything. */
    private static final int MOST = 20_000;

    private static final long SEED = 20_240_219;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<float[]> vectors = new ArrayList<>();
    private long seen;

    /** @param vector must not change any more */
    public void add(float[] vector) {
        seen++;
        if (vectors.size() < MOST) {
            vectors.add(vector);
            return;
        }
        long place = random.nextLong(seen);
        if (place < MOST) {
            vectors.set((int) place, vector);
        }
    }

    public List<float[]> vectors() {
        return List.copyOf(vectors);
    }
}
