package org.emotitune.emotion;

import java.util.Collection;
import java.util.Map;

/** Embeddings of single words and short names, by one embedding model. Thread-safe. */
public interface WordEmbeddings {
    /** Name of the model; vectors of different models are never compared. */
    String model();

    /**
     * @param texts words or short names
     * @return a vector for each distinct text, all of the same dimension, of any length (not normalised)
     */
    Map<String, float[]> embed(Collection<String> texts);
}
