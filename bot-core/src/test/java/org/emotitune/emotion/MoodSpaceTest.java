package org.emotitune.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoodSpaceTest {
    private static final Offset<Double> NEARLY = within(1e-5);
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();
    private static final WordEmbeddings EMBEDDINGS = new FakeEmbeddings();

    private static final Profile MOURNING =
            Profile.of(Map.of("grief", 1.0, "sadness", 0.8, "love", 0.3), Map.of("death-of-loved-one", 1.0));
    private static final Profile MISSING =
            Profile.of(Map.of("longing", 1.0, "sadness", 0.6), Map.of("death-of-loved-one", 0.4, "childhood", 0.9));
    private static final Profile THEMELESS = Profile.of(Map.of("sadness", 1.0, "calm", 0.5), Map.of());

    private static MoodSpace space(double alpha, double tau) {
        return new MoodSpace(VOCABULARY, EMBEDDINGS, new MoodSpace.Settings(alpha, tau));
    }

    private static double dot(float[] one, float[] other) {
        assertThat(one).hasSize(MoodSpace.DIMENSION);
        double dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
        }
        return dot;
    }

    private static double emotionCosine(double alpha, Profile one, Profile other) {
        Map<String, float[]> byName = EMBEDDINGS.embed(
                VOCABULARY.emotions().stream().map(Emotion::english).toList());
        Map<String, float[]> byWord = new HashMap<>();
        VOCABULARY.emotions().forEach(e -> byWord.put(e.word(), byName.getOrDefault(e.english(), new float[0])));
        return new KernelByHand(VOCABULARY.emotionWords(), byWord, alpha).cosine(one.emotions(), other.emotions());
    }

    private static double themeCosine(double alpha, Profile one, Profile other) {
        Map<String, float[]> byName = EMBEDDINGS.embed(
                VOCABULARY.themes().stream().map(Theme::english).toList());
        Map<String, float[]> byKey = new HashMap<>();
        VOCABULARY.themes().forEach(t -> byKey.put(t.name(), byName.getOrDefault(t.english(), new float[0])));
        return new KernelByHand(VOCABULARY.themeNames(), byKey, alpha).cosine(one.themes(), other.themes());
    }

    @Test
    void hasUnitVectorsOnly() {
        var space = space(0.3, 0.33);

        for (Profile profile : List.of(MOURNING, MISSING, THEMELESS)) {
            assertThat(dot(space.songVector(profile), space.songVector(profile)))
                    .isCloseTo(1, NEARLY);
            assertThat(dot(space.queryVector(profile), space.queryVector(profile)))
                    .isCloseTo(1, NEARLY);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.33", "0, 0.5", "1, 0.1", "0.5, 0", "0.3, 0.99"})
    void mixesTheCosinesOfEmotionsAndThemesByTau(double alpha, double tau) {
        var space = space(alpha, tau);

        double cosine = dot(space.songVector(MOURNING), space.songVector(MISSING));

        double expected =
                (1 - tau) * emotionCosine(alpha, MOURNING, MISSING) + tau * themeCosine(alpha, MOURNING, MISSING);
        assertThat(cosine).isCloseTo(expected, NEARLY).isNotCloseTo(0, within(0.01));
    }

    @Test
    void placesAMessageWhereASongOfTheSameProfileIs() {
        var space = space(0.3, 0.33);

        assertThat(space.queryVector(MOURNING)).isEqualTo(space.songVector(MOURNING));
    }

    @Test
    void countsExactAgreementAloneAtAlphaZero() {
        var space = space(0, 0.33);
        var happy = Profile.of(Map.of("joy", 1.0), Map.of("party", 1.0));
        var alike = Profile.of(Map.of("happiness", 1.0), Map.of("birthday", 1.0));

        assertThat(dot(space.songVector(happy), space.songVector(alike))).isCloseTo(0, NEARLY);
    }

    @Test
    void comparesAThemelessMessageByItsEmotionsAlone() {
        var space = space(0.3, 0.33);

        double cosine = dot(space.queryVector(THEMELESS), space.songVector(MISSING));

        assertThat(space.similarity(THEMELESS, cosine))
                .isCloseTo(emotionCosine(0.3, THEMELESS, MISSING), NEARLY)
                .isGreaterThan(0.1);
    }

    @Test
    void letsAThemelessSongAgreeWithNobodyOnThemes() {
        var space = space(0.3, 0.33);

        double cosine = dot(space.queryVector(MISSING), space.songVector(THEMELESS));

        assertThat(space.similarity(MISSING, cosine))
                .isCloseTo((1 - 0.33) * emotionCosine(0.3, THEMELESS, MISSING), NEARLY);
    }

    @Test
    void findsAThemelessSongForAThemelessMessageByEmotionsAlone() {
        var space = space(0.3, 0.33);

        double cosine = dot(space.queryVector(THEMELESS), space.songVector(THEMELESS));

        assertThat(space.similarity(THEMELESS, cosine)).isCloseTo(1, NEARLY);
    }

    @Test
    void neverCallsAnythingMoreSimilarThanTheSame() {
        var space = space(0.3, 0.33);

        assertThat(space.similarity(THEMELESS, 1)).isEqualTo(1);
        assertThat(space.similarity(THEMELESS, -1)).isEqualTo(-1);
        assertThat(space.similarity(MOURNING, 0.8)).isEqualTo(0.8);
    }

    @Test
    void refusesAProfileOfForeignWords() {
        var foreign = Profile.of(Map.of("gloominess", 1.0), Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> space(0.3, 0.33).songVector(foreign))
                .withMessage("'gloominess' is not in the mood space");
    }

    @Test
    void refusesAVocabularyThatDoesNotFit() {
        var many = IntStream.range(0, MoodSpace.DIMENSION)
                .mapToObj(i -> new Emotion("e" + i, MoodGroup.JOY, 0, 0, "e" + i, "e" + i, null))
                .toList();

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new MoodSpace(new Vocabulary(many, List.of()), EMBEDDINGS, MoodSpace.Settings.DEFAULT))
                .withMessageContaining("255");
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1, 0.3, alpha",
        "1.1, 0.3, alpha",
        "NaN, 0.3, alpha",
        "0.3, -0.1, tau",
        "0.3, 1, tau",
        "0.3, NaN, tau"
    })
    void refusesImpossibleSettings(double alpha, double tau, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MoodSpace.Settings(alpha, tau))
                .withMessageStartingWith(named + " is not in [0, 1");
    }
}
