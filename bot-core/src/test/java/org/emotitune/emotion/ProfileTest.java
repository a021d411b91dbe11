package org.emotitune.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    private static List<WeightedWord> words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new WeightedWord("word" + i, 1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.0001, Double.NaN, Double.POSITIVE_INFINITY})
    void hasNoWordOfAnImpossibleWeight(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightedWord("joy", weight))
                .withMessage("weight of joy is not in (0, 1]: " + weight);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 0.5, 1})
    void mayHaveWordsOfAnyWeightUpToOne(double weight) {
        assertThat(new WeightedWord("joy", weight).weight()).isEqualTo(weight);
    }

    @Test
    void refusesToHaveNoEmotion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Profile(List.of(), words(1)))
                .withMessage("0 emotions given, 1 to 8 are allowed");
    }

    @Test
    void refusesNineEmotions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Profile(words(9), List.of()))
                .withMessage("9 emotions given, 1 to 8 are allowed");
    }

    @Test
    void refusesFiveThemes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Profile(words(1), words(5)))
                .withMessage("5 themes given, 0 to 4 are allowed");
    }

    @Test
    void holdsEightEmotionsAndFourThemes() {
        var profile = new Profile(words(8), words(4));

        assertThat(profile.emotions()).hasSize(8);
        assertThat(profile.themes()).hasSize(4);
    }

    @Test
    void refusesAnEmotionThatStandsTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Profile(List.of(new WeightedWord("joy", 1), new WeightedWord("joy", 0.5)), List.of()))
                .withMessageStartingWith("a word stands twice among the emotions");
    }

    @Test
    void refusesAThemeThatStandsTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Profile(words(1), List.of(new WeightedWord("party", 1), new WeightedWord("party", 1))))
                .withMessageStartingWith("a word stands twice among the themes");
    }

    @Test
    void putsTheStrongestFirst() {
        var profile = new Profile(
                List.of(new WeightedWord("calm", 0.2), new WeightedWord("joy", 0.9)),
                List.of(new WeightedWord("party", 0.1), new WeightedWord("summer", 0.3)));

        assertThat(profile.emotions()).extracting(WeightedWord::word).containsExactly("joy", "calm");
        assertThat(profile.themes()).extracting(WeightedWord::word).containsExactly("summer", "party");
    }

    @Test
    void ordersEqualWeightsByTheAlphabetWhereTheyComeInNoOrder() {
        var profile = Profile.of(Map.of("joy", 0.5, "calm", 0.5, "hope", 1.0), Map.of());

        assertThat(profile.emotions()).extracting(WeightedWord::word).containsExactly("hope", "calm", "joy");
    }

    @Test
    void isNotChangedByWhoMadeIt() {
        var given = new ArrayList<>(words(2));
        var profile = new Profile(given, given);

        given.clear();

        assertThat(profile.emotions()).hasSize(2);
        assertThat(profile.themes()).hasSize(2);
    }
}
