package org.emotitune.embedded;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotitune.emotion.WordEmbeddings;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings by bge-small-en-v1.5, quantised, in this process: no network. The model takes about a second and 380 MB
 * to load, so it is loaded when the first word is asked for, which in a running installation is hardly ever: see
 * {@code PgWordEmbeddings}. Thread-safe.
 */
public final class BgeWordEmbeddings implements WordEmbeddings {
    private @Nullable EmbeddingModel model;

    @Override
    public String model() {
        return "bge-small-en-v1.5-q";
    }

    @Override
    public Map<String, float[]> embed(Collection<String> texts) {
        List<String> distinct = texts.stream().distinct().toList();
        Map<String, float[]> vectors = new HashMap<>();
        for (String text : distinct) {
            vectors.put(text, loaded().embed(TextSegment.from(text)).content().vector());
        }
        return vectors;
    }

    private synchronized EmbeddingModel loaded() {
        EmbeddingModel loaded = model;
        if (loaded == null) {
            loaded = new BgeSmallEnV15QuantizedEmbeddingModel();
            model = loaded;
        }
        return loaded;
    }
}
