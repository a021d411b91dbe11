package org.emotitune.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordKernelTest {
    private static final Offset<Double> NEARLY = within(1e-6);
    private static final List<String> WORDS = VocabularyFiles.load().emotionWords();
    private static final Map<String, float[]> EMBEDDINGS = new FakeEmbeddings().embed(WORDS);

    private static double[] unit(WordKernel kernel, String word) {
        return kernel.unit(List.of(new WeightedWord(word, 1)));
    }

    private static double dot(double[] one, double[] other) {
        double dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
        }
        return dot;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.7, 1})
    void reproducesTheKernelByInnerProducts(double alpha) {
        var kernel = new WordKernel(WORDS, EMBEDDINGS, alpha);
        var byHand = new KernelByHand(WORDS, EMBEDDINGS, alpha);

        assertThat(WORDS).hasSizeGreaterThan(100);
        for (String one : WORDS) {
            for (String other : WORDS) {
                assertThat(dot(unit(kernel, one), unit(kernel, other)))
                        .as("%s, %s", one, other)
                        .isCloseTo(byHand.kernel(one, other), NEARLY);
            }
        }
    }

    @Test
    void weighsTheWordsOfASum() {
        var kernel = new WordKernel(WORDS, EMBEDDINGS, 0.3);
        var byHand = new KernelByHand(WORDS, EMBEDDINGS, 0.3);
        var one = List.of(new WeightedWord("joy", 1), new WeightedWord("calm", 0.2));
        var other = List.of(new WeightedWord("calm", 0.9), new WeightedWord("fear", 0.4));

        assertThat(dot(kernel.unit(one), kernel.unit(other))).isCloseTo(byHand.cosine(one, other), NEARLY);
    }

    @Test
    void comparesWordsByEqualityAloneAtAlphaZero() {
        var kernel = new WordKernel(WORDS, EMBEDDINGS, 0);

        assertThat(dot(unit(kernel, "joy"), unit(kernel, "joy"))).isCloseTo(1, NEARLY);
        assertThat(dot(unit(kernel, "joy"), unit(kernel, "happiness"))).isCloseTo(0, NEARLY);
    }

    @Test
    void takesTheCommonMeanOutOfTheEmbeddings() {
        var embeddings = Map.of("up", new float[] {10, 1}, "down", new float[] {10, -1});
        var kernel = new WordKernel(List.of("up", "down"), embeddings, 1);

        assertThat(dot(unit(kernel, "up"), unit(kernel, "down"))).isCloseTo(-1, NEARLY);
    }

    @Test
    void doesNotMindTheLengthOfAnEmbedding() {
        var words = List.of("a", "b", "c");
        var plain = Map.of("a", new float[] {1, 0}, "b", new float[] {0, 1}, "c", new float[] {1, 1});
        var scaled = Map.of("a", new float[] {7, 0}, "b", new float[] {0, 0.1f}, "c", new float[] {3, 3});

        double expected =
                dot(unit(new WordKernel(words, plain, 0.8), "a"), unit(new WordKernel(words, plain, 0.8), "b"));
        double actual =
                dot(unit(new WordKernel(words, scaled, 0.8), "a"), unit(new WordKernel(words, scaled, 0.8), "b"));

        assertThat(actual).isCloseTo(expected, NEARLY).isNotCloseTo(0, within(0.01));
    }

    @Test
    void keepsEveryCoordinateMostlyItsOwnWord() {
        var kernel = new WordKernel(WORDS, EMBEDDINGS, 0.3);

        for (int i = 0; i < WORDS.size(); i++) {
            double[] vector = unit(kernel, WORDS.get(i));

            assertThat(vector[i])
                    .isEqualTo(Arrays.stream(vector).max().orElseThrow())
                    .isGreaterThan(0.8);
        }
    }

    @Test
    void refusesAWordThatItDoesNotKnow() {
        var kernel = new WordKernel(WORDS, EMBEDDINGS, 0.3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> unit(kernel, "gloominess"))
                .withMessage("'gloominess' is not in the mood space");
    }

    @Test
    void refusesToBeMadeWithoutAnEmbedding() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordKernel(List.of("joy", "fear"), Map.of("joy", new float[] {1}), 0.3))
                .withMessage("no embedding of 'fear' is given");
    }
}
