package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.OpenAiTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class OpenAiWordEmbeddingsTest {
    private static final List<String> WORDS = List.of("sadness", "añoranza", "joy");

    private final ChatRig rig = new ChatRig();
    private final OpenAiWordEmbeddings embeddings = new OpenAiWordEmbeddings(
            ChatRig.setup(rig.openAi.base(), ChatRig.KEY, 1), "small-embedding", rig.web(2), ChatRig.TIME);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void eachWordGetsItsVectorInWhateverOrderTheyCome() {
        rig.openAi.needs(ChatRig.KEY);
        rig.openAi.always(OpenAiTrouble.SHUFFLED);

        Map<String, float[]> vectors = embeddings.embed(WORDS);

        assertThat(vectors).containsOnlyKeys(WORDS);
        WORDS.forEach(word -> assertThat(floats(vectors, word)).isEqualTo(rig.openAi.vector(word)));
        assertThat(rig.openAi.embedded().getFirst().model()).isEqualTo("small-embedding");
    }

    @Test
    void manyWordsAreAskedForInPartsAndEachOnce() {
        List<String> words =
                IntStream.range(0, 250).mapToObj(i -> "word" + i % 240).toList();

        Map<String, float[]> vectors = embeddings.embed(words);

        assertThat(vectors).hasSize(240);
        assertThat(floats(vectors, "word239")).isEqualTo(rig.openAi.vector("word239"));
        assertThat(rig.openAi.embedded().stream()
                        .map(asked -> asked.body().path("input").size()))
                .containsExactly(100, 100, 40);
    }

    private static List<Float> floats(Map<String, float[]> vectors, String word) {
        float[] vector = vectors.getOrDefault(word, new float[0]);
        return IntStream.range(0, vector.length).mapToObj(i -> vector[i]).toList();
    }

    @Test
    void itsNameIsNoOtherModels() {
        assertThat(embeddings.model()).isEqualTo("openai:small-embedding");
    }

    @Test
    void nothingIsAskedForNoWords() {
        assertThat(embeddings.embed(List.of())).isEmpty();
        assertThat(rig.openAi.embedded()).isEqualTo(List.<LocalOpenAi.Asked>of());
    }

    static List<OpenAiTrouble> troubles() {
        return List.of(
                OpenAiTrouble.SAME_INDEX,
                OpenAiTrouble.ONE_MISSING,
                OpenAiTrouble.ONE_SHORT,
                OpenAiTrouble.ONE_ZERO,
                OpenAiTrouble.ONE_INFINITE,
                OpenAiTrouble.body(body -> body.putArray("data")),
                OpenAiTrouble.body(body -> body.withArray("data").remove(2)),
                OpenAiTrouble.ODD,
                OpenAiTrouble.PAGE,
                OpenAiTrouble.BROKEN,
                OpenAiTrouble.DROPS,
                OpenAiTrouble.status(503));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void vectorsThatCannotBeUsedAreNoneAtAll(OpenAiTrouble trouble) {
        rig.openAi.always(trouble);

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> embeddings.embed(WORDS))
                .withNoCause()
                .withMessageNotContaining("sadness");
    }

    @Test
    void theDimensionStaysTheSame() {
        embeddings.embed(WORDS);
        rig.openAi.dimension(9);

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> embeddings.embed(List.of("grief")))
                .withMessage("The embedding model answered with vectors of 8 and of 9 dimensions.");
    }

    @Test
    void aModelThatIsNotThereIsToldWithItsName() {
        rig.openAi.has("other");

        assertThatExceptionOfType(ServerRefusesException.class)
                .isThrownBy(() -> embeddings.embed(WORDS))
                .withMessageContaining("no model small-embedding at " + rig.openAi.base())
                .withMessageEndingWith("(404, model_not_found).");
    }

    @Test
    void aRefusalShowsNothingOfTheBody() {
        rig.openAi.always(new OpenAiTrouble.Sends(Reply.json(400, "{\"error\": \"bad input: sadness\"}")));

        assertThatExceptionOfType(ServerRefusesException.class)
                .isThrownBy(() -> embeddings.embed(WORDS))
                .withMessageNotContaining("sadness")
                .withNoCause();
    }
}
