package org.emotitune.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    private static final Theme PARTY = theme("party", true, "joy");

    private static final Theme AUTUMN = theme("autumn", false, "joy");
    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(emotion("joy", null)), List.of(PARTY, AUTUMN));

    private static Theme theme(String name, boolean occasion, String... usually) {
        return new Theme(name, "celebration", name, name, List.of(usually), new Theme.Occasion(occasion, null));
    }

    private static Emotion emotion(String word, @Nullable String negated) {
        return new Emotion(word, MoodGroup.JOY, 0.5, 0.5, word, word, negated);
    }

    @Test
    void keepsTheOrderOfItsWords() {
        var vocabulary = new Vocabulary(List.of(emotion("zeal", null), emotion("joy", null)), List.of(PARTY, AUTUMN));

        assertThat(vocabulary.emotionWords()).containsExactly("zeal", "joy");
        assertThat(vocabulary.themeNames()).containsExactly("party", "autumn");
    }

    @Test
    void refusesAWordThatStandsTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vocabulary(List.of(emotion("joy", null), emotion("joy", null)), List.of()))
                .withMessage("'joy' stands twice");
    }

    @Test
    void refusesAThemeThatStandsTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vocabulary(List.of(emotion("joy", null)), List.of(PARTY, PARTY)))
                .withMessage("'party' stands twice");
    }

    @Test
    void refusesANegationThatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vocabulary(List.of(emotion("joy", "gloom")), List.of()))
                .withMessage("'not joy' is said to be 'gloom', which is no word of the vocabulary");
    }

    @Test
    void refusesAThemeOfUsualEmotionsThatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Vocabulary(List.of(emotion("joy", null)), List.of(theme("rain", false, "joy", "gloom"))))
                .withMessage("the usual emotions of rain are not all in the vocabulary: [joy, gloom]");
    }

    @Test
    void hasNoThemeWithoutUsualEmotions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theme("rain", false))
                .withMessage("rain has no usual emotions");
    }

    @ParameterizedTest
    @CsvSource({"party, autumn, true", "party, party, false", "autumn, party, false", "autumn, autumn, false"})
    void callsASongForAnOccasionOutOfPlaceWhereNobodySpokeOfIt(String song, String feeling, boolean outOfPlace) {
        var ofSong = Profile.of(Map.of("joy", 1.0), Map.of(song, 1.0));
        var ofFeeling = Profile.of(Map.of("joy", 1.0), Map.of(feeling, 1.0));

        assertThat(VOCABULARY.isOutOfPlace(ofSong, ofFeeling)).isEqualTo(outOfPlace);
    }

    @Test
    void passesAProfileOfItsOwnWords() {
        var profile = Profile.of(Map.of("joy", 1.0), Map.of("party", 0.5));

        assertThat(VOCABULARY.checked(profile)).isSameAs(profile);
    }

    @Test
    void refusesAProfileWithAForeignEmotion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VOCABULARY.checked(Profile.of(Map.of("gloom", 1.0), Map.of())))
                .withMessage("unknown emotion 'gloom'");
    }

    @Test
    void refusesAProfileWithAForeignTheme() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VOCABULARY.checked(Profile.of(Map.of("joy", 1.0), Map.of("joy", 0.5))))
                .withMessage("unknown theme 'joy'");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void hasNoEmotionOfAnImpossibleValence(double valence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Emotion("joy", MoodGroup.JOY, valence, 0, "joy", "alegría", null))
                .withMessage("valence of joy is not in [-1, 1]: " + valence);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.01, 1.01, Double.NaN, Double.NEGATIVE_INFINITY})
    void hasNoEmotionOfAnImpossibleArousal(double arousal) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Emotion("joy", MoodGroup.JOY, 0, arousal, "joy", "alegría", null))
                .withMessage("arousal of joy is not in [-1, 1]: " + arousal);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 1})
    void mayHaveEmotionsAtTheEdges(double value) {
        assertThatCode(() -> new Emotion("joy", MoodGroup.JOY, value, value, "joy", "alegría", null))
                .doesNotThrowAnyException();
    }
}
