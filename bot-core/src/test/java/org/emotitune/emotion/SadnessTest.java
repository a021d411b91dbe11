package org.emotitune.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.emotitune.testing.TestProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sad, and what is left of a feeling without it. */
class SadnessTest {
    private static final Vocabulary VOCABULARY = VocabularyFiles.load();

    @ParameterizedTest
    @CsvSource({
        "SADNESS, 0.5, 0.5, true",
        "ANGER, -0.1, -0.1, true",
        "ANGER, -0.1, 0, false",
        "ANGER, 0, -0.1, false",
        "FEAR, -1, 1, false",
        "JOY, 1, -1, false",
        "LONGING, 0, 0, false"
    })
    void anEmotionIsSadByItsGroupOrWhereItIsUnpleasantAndQuiet(
            MoodGroup group, double valence, double arousal, boolean sad) {
        assertThat(new Emotion("word", group, valence, arousal, "word", "palabra", null).isSad())
                .isEqualTo(sad);
    }

    @Test
    void beyondTheSadGroupThreeWordsAreSad() {
        assertThat(VOCABULARY.emotions())
                .filteredOn(emotion -> emotion.isSad() && emotion.group() != MoodGroup.SADNESS)
                .extracting(Emotion::word)
                .containsExactly("melancholy", "homesickness", "indifference");
    }

    @Test
    void sadnessIsTheShareOfTheSadInTheWeightOfAll() {
        Profile profile = Profile.of(Map.of("joy", 1.0, "grief", 0.5, "melancholy", 0.1), Map.of("break-up", 1.0));

        assertThat(VOCABULARY.sadness(profile)).isCloseTo(0.6 / 1.6, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"joy, 0", "grief, 1", "homesickness, 1", "nostalgia, 0"})
    void ofOneEmotionSadnessIsAllOrNothing(String word, double sadness) {
        assertThat(VOCABULARY.sadness(TestProfiles.feeling(word))).isEqualTo(sadness);
    }

    @Test
    void withoutSadnessTheRestStaysAsItIs() {
        Profile feeling = TestProfiles.of(List.of("sadness", "love", "pain", "nostalgia"), List.of("break-up"));

        Profile rest = VOCABULARY.withoutSadness(feeling);

        assertThat(rest)
                .isEqualTo(new Profile(
                        List.of(new WeightedWord("love", 0.9), new WeightedWord("nostalgia", 0.7)), feeling.themes()));
    }

    @Test
    void whereAllIsSadWhatComfortsTakesItsPlace() {
        Profile rest = VOCABULARY.withoutSadness(TestProfiles.of(List.of("sadness", "grief"), List.of("farewell")));

        assertThat(rest.emotions()).extracting(WeightedWord::word).containsExactly("comfort", "hope", "peace");
        assertThat(rest.themes()).extracting(WeightedWord::word).containsExactly("farewell");
    }

    @Test
    void whatIsLeftIsNeverSadAndStaysAsItIs() {
        for (String word : VOCABULARY.emotionWords()) {
            Profile rest = VOCABULARY.withoutSadness(TestProfiles.feeling(word));

            assertThat(VOCABULARY.sadness(rest)).as(word).isZero();
            assertThat(VOCABULARY.withoutSadness(rest)).as(word).isEqualTo(rest);
        }
    }
}
