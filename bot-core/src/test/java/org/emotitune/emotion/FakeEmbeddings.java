package org.emotitune.emotion;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Embeddings that tell nothing about a word, but always the same; single words can be given a vector. */
public final class FakeEmbeddings implements WordEmbeddings {
    private static final int DIMENSION = 384;

    private final String model;
    private final Map<String, float[]> given;

    public FakeEmbeddings(String model, Map<String, float[]> given) {
        this.model = model;
        this.given = given;
    }

    public FakeEmbeddings() {
        this("fake", Map.of());
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public Map<String, float[]> embed(Collection<String> texts) {
        Map<String, float[]> vectors = new HashMap<>();
        texts.forEach(text -> vectors.put(text, given.getOrDefault(text, random(text.hashCode()))));
        return vectors;
    }

    private static float[] random(long seed) {
        Random random = new Random(seed);
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) (random.nextGaussian() + 1);
        }
        return vector;
    }
}
