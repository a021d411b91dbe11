package org.emotitune.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoodTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();

    @Test
    void isTheWeightedMeanOfTheEmotions() {
        // joy lies at 0.9, 0.6 and sadness at -0.75, -0.4
        Mood mood = Mood.of(Profile.of(Map.of("joy", 1.0, "sadness", 0.5), Map.of()), VOCABULARY);

        assertThat(mood.valence()).isCloseTo((0.9 - 0.5 * 0.75) / 1.5, within(1e-12));
        assertThat(mood.arousal()).isCloseTo((0.6 - 0.5 * 0.4) / 1.5, within(1e-12));
    }

    @Test
    void ofOneEmotionIsItsPlaceHoweverWeak() {
        Mood mood = Mood.of(Profile.of(Map.of("calm", 0.01), Map.of()), VOCABULARY);

        assertThat(mood.distance(new Mood(0.6, -0.7))).isCloseTo(0, within(1e-12));
    }

    @Test
    void takesNoHeedOfThemes() {
        Profile without = TestProfiles.feeling("joy", "hope");
        Profile with = TestProfiles.of(List.of("joy", "hope"), List.of("break-up"));

        assertThat(Mood.of(with, VOCABULARY)).isEqualTo(Mood.of(without, VOCABULARY));
    }

    @Test
    void ofAnyProfileLiesAmongItsEmotions() {
        RandomGenerator random = new SplittableRandom(7);
        for (int i = 0; i < 1_000; i++) {
            Profile profile = anyProfile(random);

            Mood mood = Mood.of(profile, VOCABULARY);

            assertThat(mood.valence())
                    .isBetween(
                            valences(profile).min().orElseThrow() - 1e-9,
                            valences(profile).max().orElseThrow() + 1e-9);
        }
    }

    @Test
    void ofAForeignWordIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mood.of(TestProfiles.feeling("gloom"), VOCABULARY))
                .withMessage("unknown emotion 'gloom'");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.001, 1.001, Double.NaN, Double.NEGATIVE_INFINITY})
    void liesWithinTheCircumplex(double beyond) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mood(beyond, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mood(0, beyond));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 0, 1", "0.3, 0.4, 0.5", "-0.3, -0.4, 0.5", "1, 1, 1.4142135623730951"})
    void distanceIsThatOfAStraightLine(double valence, double arousal, double distance) {
        Mood mood = new Mood(valence, arousal);
        Mood origin = new Mood(0, 0);

        assertThat(mood.distance(origin)).isEqualTo(origin.distance(mood)).isCloseTo(distance, within(1e-12));
    }

    @Test
    void oppositeCornersAreFurthestApart() {
        assertThat(new Mood(-1, -1).distance(new Mood(1, 1))).isCloseTo(2 * Math.sqrt(2), within(1e-12));
    }

    private static Profile anyProfile(RandomGenerator random) {
        List<String> words = VOCABULARY.emotionWords();
        Map<String, Double> weights = new LinkedHashMap<>();
        int count = 1 + random.nextInt(Profile.MOST_EMOTIONS);
        while (weights.size() < count) {
            weights.put(words.get(random.nextInt(words.size())), 1 - random.nextDouble());
        }
        return Profile.of(weights, Map.of());
    }

    private static DoubleStream valences(Profile profile) {
        return profile.emotions().stream()
                .mapToDouble(
                        each -> VOCABULARY.emotion(each.word()).orElseThrow().valence());
    }
}
