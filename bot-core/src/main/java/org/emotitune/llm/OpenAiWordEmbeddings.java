package org.emotitune.llm;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotitune.emotion.WordEmbeddings;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.web.Place;
import org.emotitune.web.WebClient;

/** Embeds words by a model on a server that speaks OpenAI's API. Thread-safe. */
final class OpenAiWordEmbeddings implements WordEmbeddings {
    /** A request may have 2,048 texts at OpenAI, and far fewer at some servers. */
    private static final int BATCH = 100;

    private final String model;
    private final String place;
    private final Duration within;
    private final LlmHttp http;
    private final OpenAiEmbeddingModel embedding;
    /** That of the first vector there was; 0 before. */
    private final AtomicInteger dimension = new AtomicInteger();

    /** @param within for each request, with at most 100 texts */
    OpenAiWordEmbeddings(LanguageModel.Setup setup, String model, WebClient web, Duration within) {
        this.model = model;
        this.place = Place.of(setup.base());
        this.within = within;
        this.http = new LlmHttp(web);
        this.embedding = OpenAiEmbeddingModel.builder()
                .httpClientBuilder(http.builder())
                .baseUrl(setup.base().toString())
                .apiKey(setup.key())
                .modelName(model)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    /** With the kind of service, as a model of the same name may be embedded. */
    @Override
    public String model() {
        return "openai:" + model;
    }

    /**
     * @throws ServiceUnavailableException if there is no answer, or not a usable vector for each text
     * @throws ServerRefusesException if the server does not do it for us
     */
    @Override
    public Map<String, float[]> embed(Collection<String> texts) {
        List<String> distinct = texts.stream().distinct().toList();
        Map<String, float[]> vectors = new HashMap<>();
        for (int from = 0; from < distinct.size(); from += BATCH) {
            List<String> batch = distinct.subList(from, Math.min(from + BATCH, distinct.size()));
            List<Embedding> answers = ask(batch);
            if (answers.size() != batch.size()) {
                throw Vectors.unusable("with %d vectors for %d texts".formatted(answers.size(), batch.size()));
            }
            for (int i = 0; i < batch.size(); i++) {
                vectors.put(batch.get(i), checked(answers.get(i).vector()));
            }
        }
        return vectors;
    }

    private List<Embedding> ask(List<String> batch) {
        List<TextSegment> segments = batch.stream().map(TextSegment::from).toList();
        try {
            return http.within(within, () -> embedding.embedAll(segments).content());
        } catch (HttpException e) {
            Refusal refusal = Refusal.of(e);
            throw refusal.isForNow() ? refusal.unavailable("The embedding model") : refusal.told(model, place);
        }
    }

    private float[] checked(float[] vector) {
        boolean something = false;
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                throw Vectors.unusable("with a vector that is not finite");
            }
            something |= value != 0;
        }
        if (!something) {
            throw Vectors.unusable("with a vector of zeros");
        }
        int known = dimension.compareAndExchange(0, vector.length);
        if (known != 0 && known != vector.length) {
            throw Vectors.unusable("with vectors of %d and of %d dimensions".formatted(known, vector.length));
        }
        return vector;
    }
}
