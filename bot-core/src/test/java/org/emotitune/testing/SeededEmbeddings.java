package org.emotitune.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotitune.emotion.WordEmbeddings;

/** Embeddings without a model: every text has a random vector, the same one each time. Remembers what it was asked. */
public final class SeededEmbeddings implements WordEmbeddings {
    private static final int DIMENSION = 64;

    private final String model;
    private final List<String> asked = new ArrayList<>();

    public SeededEmbeddings(String model) {
        this.model = model;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public synchronized Map<String, float[]> embed(Collection<String> texts) {
        asked.addAll(texts);
        Map<String, float[]> vectors = new HashMap<>();
        texts.forEach(text -> vectors.put(text, vector(text)));
        return vectors;
    }

    /** Every text that was asked for, as often as it was. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    private static float[] vector(String text) {
        return UnitVectors.random(new Random(text.hashCode()), DIMENSION);
    }
}
