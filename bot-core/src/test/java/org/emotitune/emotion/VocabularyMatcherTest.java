package org.emotitune.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.emotitune.emotion.VocabularyMatcher.Match;
import org.emotitune.emotion.VocabularyMatcher.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the ways and the bound, with embeddings made up for the purpose. */
class VocabularyMatcherTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(
                    new Emotion("betrayal", MoodGroup.ANGER, -0.8, 0.5, "betrayal", "traición", null),
                    new Emotion("sadness", MoodGroup.SADNESS, -0.8, -0.4, "sadness", "tristeza", null)),
            List.of());
    private static final Map<String, List<String>> FORMS =
            Map.of("sadness", List.of("trist*", "triste", "down in the dumps"), "betrayal", List.of("tristrasado"));

    /** Betrayal lies east, sadness north; the angle of a term to them is its nearness. */
    private static final FakeEmbeddings EMBEDDINGS = new FakeEmbeddings(
            "compass",
            Map.of(
                    "betrayal", degrees(0),
                    "sadness", degrees(90),
                    "table", degrees(180),
                    "spoon", degrees(150),
                    "gloom", degrees(100),
                    "grimness", degrees(149),
                    "forkful", degrees(150),
                    "wood", degrees(170)));

    private static final VocabularyMatcher MATCHER =
            new VocabularyMatcher(VOCABULARY, FORMS, EMBEDDINGS, EMBEDDINGS, List.of("table", "spoon"));

    private static float[] degrees(double angle) {
        return new float[] {(float) Math.cos(Math.toRadians(angle)), (float) Math.sin(Math.toRadians(angle))};
    }

    @ParameterizedTest
    @CsvSource({
        "betrayal, betrayal",
        "BETRAYAL, betrayal",
        "' traición ', betrayal",
        "traicion, betrayal",
        "tristeza, sadness",
        "triste, sadness",
        "down in the dumps, sadness",
        "Down-in-the-Dumps, sadness",
        "tristrasado, betrayal"
    })
    void takesAWordOrAFormOfItAsItIs(String term, String word) {
        assertThat(MATCHER.match(term)).contains(new Match(word, Way.EXACT, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "betrayed, betrayal",
        "betraying, betrayal",
        "betrayals, betrayal",
        "tristísima, sadness",
        "Tristón, sadness"
    })
    void takesADerivativeForItsWord(String term, String word) {
        assertThat(MATCHER.match(term)).contains(new Match(word, Way.DERIVATIVE, 1));
    }

    @Test
    void takesTheNearestWordWhereNothingElseFits() {
        assertThat(MATCHER.match("gloom")).get().satisfies(match -> {
            assertThat(match.word()).isEqualTo("sadness");
            assertThat(match.way()).isEqualTo(Way.NEAREST);
            assertThat(match.cosine()).isCloseTo(Math.cos(Math.toRadians(10)), within(1e-6));
        });
    }

    @Test
    void takesAWordThatIsNearerThanOrdinaryWordsAre() {
        assertThat(MATCHER.match("grimness")).get().extracting(Match::word).isEqualTo("sadness");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forkful", "wood"})
    void takesNoWordThatIsNoNearerThanOrdinaryWordsAre(String term) {
        assertThat(MATCHER.match(term)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "-", " - "})
    void takesNothingForNothing(String term) {
        assertThat(MATCHER.match(term)).isEmpty();
    }

    @Test
    void aVectorOfAnotherDimensionIsNearNothing() {
        assertThat(EMBEDDINGS.embed(List.of("bleakness")).get("bleakness")).hasSize(384);

        assertThat(MATCHER.match("bleakness")).isEmpty();
    }

    @Test
    void cannotBeMadeWithoutOrdinaryWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VocabularyMatcher(VOCABULARY, FORMS, EMBEDDINGS, EMBEDDINGS, List.of()))
                .withMessageContaining("ordinary words");
    }
}
