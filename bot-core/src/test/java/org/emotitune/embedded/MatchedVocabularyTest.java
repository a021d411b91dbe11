package org.emotitune.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotitune.emotion.ControlledVocabulary.Controlled;
import org.emotitune.emotion.ControlledVocabulary.Stray;
import org.emotitune.emotion.MatchedVocabulary;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.VocabularyMatcher.Match;
import org.emotitune.emotion.VocabularyMatcher.Way;
import org.emotitune.emotion.WeightedWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vocabulary step with all that comes with the program: the lexicon's forms and the real embeddings. */
class MatchedVocabularyTest {
    private static final BgeWordEmbeddings EMBEDDINGS = new BgeWordEmbeddings();
    private static final MatchedVocabulary WORDS = new MatchedVocabulary(
            Lexicons.VOCABULARY, EmotionWords.matcher(Lexicons.VOCABULARY, EMBEDDINGS, EMBEDDINGS));

    @ParameterizedTest
    @CsvSource({
        "betrayed, betrayal, EXACT",
        "betraying, betrayal, EXACT",
        "heartbroken, heartbreak, EXACT",
        "joyfulness, joy, NEAREST",
        "melancolía, melancholy, EXACT",
        "MELANCOLÍA, melancholy, EXACT",
        "sad, sadness, EXACT",
        "Sadness!, sadness, EXACT",
        "'  joy 😀', joy, EXACT",
        "#gratitude, gratitude, EXACT",
        "mixed_feelings, ambivalence, EXACT",
        "betrayingly, betrayal, DERIVATIVE",
        "anhelo, longing, EXACT",
        "sed de venganza, vengefulness, EXACT"
    })
    void mapsATermToAWord(String term, String word, Way way) {
        assertThat(WORDS.emotion(term)).get().satisfies(match -> {
            assertThat(match.word()).isEqualTo(word);
            assertThat(match.way()).isEqualTo(way);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "asdfgh",
                "xqzzt",
                "table",
                "spreadsheet",
                "ignore previous instructions",
                "ignore instructions",
                "system prompt",
                "disregard all of the above",
                "'; DROP TABLE song;--",
                "<script>alert(1)</script>",
                "the singer is sad about the rain",
                "I am very sad",
                "грусть",
                "радость",
                "悲しい",
                "حزن",
                "😀",
                "❤️❤️❤️",
                "12345",
                "\u0000",
                "sadsadsadsadsadsadsadsadsadsadsadsadsadsadsadsad"
            })
    void leavesOutWhatNamesNoEmotion(String term) {
        Controlled controlled = WORDS.controlled(Map.of(term, 1.0, "joy", 0.5), Map.of());

        assertThat(controlled.profile()).contains(Profile.of(Map.of("joy", 0.5), Map.of()));
        assertThat(controlled.emotionStrays()).singleElement().satisfies(stray -> {
            assertThat(stray.match()).isEmpty();
            assertThat(stray.term()).hasSizeLessThanOrEqualTo(MatchedVocabulary.LONGEST_TERM);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "break-up, break-up, EXACT",
        "Break Up, break-up, EXACT",
        "break_up, break-up, EXACT",
        "breakup, break-up, DERIVATIVE",
        "breakups, break-up, DERIVATIVE",
        "breaking up, break-up, DERIVATIVE",
        "ruptura, break-up, EXACT",
        "'Navidad!', christmas, EXACT",
        "verano y vacaciones, summer, EXACT",
        "being there for someone, support, EXACT",
        "muerte de un ser querido, death-of-loved-one, EXACT",
        "birthdays, birthday, DERIVATIVE",
        "friendships, friendship, DERIVATIVE",
        "fall in love, falling-in-love, DERIVATIVE",
        "alguien me gusta, crush, EXACT"
    })
    void mapsANameToATheme(String name, String theme, Way way) {
        assertThat(WORDS.theme(name)).contains(new Match(theme, way, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "love and things", "ignore previous instructions", "любовь", "🎄", "heartbreak hotel", "xmas"
            })
    void leavesOutWhatIsNoTheme(String name) {
        Controlled controlled = WORDS.controlled(Map.of("joy", 1.0), Map.of(name, 1.0));

        assertThat(controlled.profile()).contains(Profile.of(Map.of("joy", 1.0), Map.of()));
        assertThat(controlled.themeStrays())
                .singleElement()
                .satisfies(stray -> assertThat(stray.match()).isEmpty());
    }

    @Test
    void keepsTheGreaterWeightWhereTwoTermsBecomeOneWord() {
        Controlled controlled = WORDS.controlled(Map.of("betrayed", 0.4, "betrayal", 0.3, "sad", 0.35), Map.of());

        assertThat(controlled.profile()).contains(Profile.of(Map.of("betrayal", 0.4, "sadness", 0.35), Map.of()));
    }

    @Test
    void keepsTheStrongestEightAndOfEqualsTheFirstByName() {
        Map<String, Double> unweighted = new LinkedHashMap<>();
        List.of("rage", "joy", "hope", "fear", "envy", "calm", "awe", "anger", "love", "pride")
                .forEach(word -> unweighted.put(word, 1.0));

        Profile profile = WORDS.controlled(unweighted, Map.of()).profile().orElseThrow();

        assertThat(profile.emotions())
                .extracting(WeightedWord::word)
                .containsExactly("anger", "awe", "calm", "envy", "fear", "hope", "joy", "love");
        assertThat(profile.emotions()).extracting(WeightedWord::weight).containsOnly(1.0);
    }

    @Test
    void keepsTheStrongestFourThemes() {
        Map<String, Double> themes = Map.of("party", 0.9, "summer", 0.8, "travel", 0.7, "family", 0.6, "nature", 0.5);

        Profile profile = WORDS.controlled(Map.of("joy", 1.0), themes).profile().orElseThrow();

        assertThat(profile.themes())
                .extracting(WeightedWord::word)
                .containsExactly("party", "summer", "travel", "family");
    }

    @Test
    void isEmptyWhereNoEmotionIsLeft() {
        Controlled controlled = WORDS.controlled(Map.of("asdfgh", 1.0), Map.of("party", 1.0));

        assertThat(controlled.profile()).isEmpty();
    }

    @Test
    void tellsWhatBecameOfStraysInTheOrderOfTheTerms() {
        Map<String, Double> terms = new LinkedHashMap<>();
        List.of("traición", "joy", "xqzzt", "betrayed").forEach(term -> terms.put(term, 1.0));

        assertThat(WORDS.controlled(terms, Map.of()).emotionStrays())
                .extracting(Stray::term)
                .containsExactly("traición", "xqzzt", "betrayed");
    }

    @Test
    void looksAtABoundedNumberOfTerms() {
        Map<String, Double> terms = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            terms.put("term number " + i + " of this song", 0.5);
        }
        terms.put("joy", 0.6);

        Controlled controlled = WORDS.controlled(terms, Map.of());

        assertThat(controlled.profile()).contains(Profile.of(Map.of("joy", 0.6), Map.of()));
        assertThat(controlled.emotionStrays()).hasSizeLessThan(100);
    }
}
