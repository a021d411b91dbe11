package org.emotitune.llm;

import java.util.Collection;
import java.util.List;
import org.emotitune.doctor.Finding;
import org.emotitune.emotion.WordEmbeddings;
import org.emotitune.lookup.ServiceUnavailableException;

/** Lets a model embed two words. */
final class EmbeddingTrial {
    private static final String SUBJECT = "word embeddings";
    private static final String FIX =
            "set OPENAI_EMBEDDING_MODEL to an embedding model of the server, or unset it: then words are embedded in this process";
    private static final int LEAST = 8;
    private static final int MOST = 4096;

    private EmbeddingTrial() {}

    static Finding none() {
        return Finding.ok(SUBJECT, "words are embedded in this process");
    }

    static Finding of(WordEmbeddings embeddings) {
        try {
            Collection<float[]> vectors =
                    embeddings.embed(List.of("joy", "sadness")).values();
            int[] dimensions = vectors.stream()
                    .mapToInt(vector -> vector.length)
                    .distinct()
                    .toArray();
            return vectors.size() == 2 && dimensions.length == 1
                    ? finding(embeddings.model(), dimensions[0])
                    : Finding.failed(SUBJECT, embeddings.model() + " gives no vector for each word", FIX);
        } catch (ServiceUnavailableException | ServerRefusesException e) {
            return Finding.failed(SUBJECT, ServerFindings.clause(e), FIX);
        }
    }

    private static Finding finding(String model, int dimension) {
        return dimension >= LEAST && dimension <= MOST
                ? Finding.ok(SUBJECT, "%s gives vectors of dimension %d".formatted(model, dimension))
                : Finding.failed(
                        SUBJECT,
                        "%s gives vectors of dimension %d; what can be used is %d to %d"
                                .formatted(model, dimension, LEAST, MOST),
                        FIX);
    }
}
