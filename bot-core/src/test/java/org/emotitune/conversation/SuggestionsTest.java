package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.emotion.Emotion;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.MoodGroup;
import org.emotitune.emotion.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionsTest {
    private static final int MOST = 25;

    private final Suggestions suggestions = Suggestions.of(TestVocabularies.REAL);

    private List<String> spanish(String typed) {
        return suggestions.complete(typed, Language.SPANISH, MOST);
    }

    private List<String> english(String typed) {
        return suggestions.complete(typed, Language.ENGLISH, MOST);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            SPANISH, tris,                     tristeza
            SPANISH, triste,                   tristeza
            SPANISH, TRIS,                     tristeza
            SPANISH, energia,                  energía
            SPANISH, Énerg,                    energía
            SPANISH, estoy tris,               estoy tristeza
            SPANISH, triste pero esp,          triste pero esperanza
            SPANISH, '  triste,esp',           'triste,esperanza'
            SPANISH, tristeza-,                -
            SPANISH, amor no corr,             amor no correspondido
            SPANISH, siento Amor   No CORR,    siento amor no correspondido
            SPANISH, ¡qué amor no corr,        ¡qué amor no correspondido
            SPANISH, nostalgía,                nostalgia
            ENGLISH, sad,                      sadness
            ENGLISH, so much sad,              so much sadness
            ENGLISH, break u,                  break-up
            ENGLISH, Break-U,                  break-up
            ENGLISH, after the break up,       after the break-up
            ENGLISH, lgbt,                     LGBT pride
            ENGLISH, women's s,                women's strength
            ENGLISH, womens s,                 women's strength
            ENGLISH, women’s st,               women's strength
            """)
    void theLastWordsAreCompletedAndTheRestIsKept(Language language, String typed, String first) {
        List<String> found = suggestions.complete(typed, language, MOST);

        if (first.equals("-")) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).startsWith(first);
        }
    }

    @Test
    void namesThatBeginSoComeBeforeNamesWithSuchAWordAndThoseBeforeNamesThatHoldIt() {
        assertThat(english("lo")).startsWith("love", "longing", "loneliness").contains("toxic love");
        assertThat(spanish("amor"))
                .containsSubsequence("amor", "amor a distancia", "primer amor", "desamor", "enamoramiento")
                .doesNotContain("amistad");
    }

    @Test
    void whatMostPeopleMeanComesFirst() {
        assertThat(english("a")).containsSubsequence("anger", "affection", "abandonment", "acceptance");
    }

    @Test
    void oneOrTwoLettersInsideANameSayNothing() {
        assertThat(spanish("ez")).isEmpty();
        assertThat(spanish("eza")).containsExactly("tristeza", "empezar de nuevo", "naturaleza y mar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"triste ", "triste, ", "triste\n", "xyzzy", "estoy xyzzy", "...", "😢", "triste 😢", "tristex"})
    void whatNoNameIsLikeAndWhatIsDoneGetsNone(String typed) {
        assertThat(spanish(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void whereNothingIsTypedEveryMoodHasThreeWordsTheFirstOnesInFront(String typed) {
        List<String> found = suggestions.complete(typed, Language.SPANISH, MOST);

        assertThat(found).hasSize(24).startsWith("alegría", "amor", "calma", "energía");
        for (int from = 0; from < found.size(); from += MoodGroup.values().length) {
            assertThat(found.subList(from, from + MoodGroup.values().length))
                    .extracting(SuggestionsTest::group)
                    .containsExactly(MoodGroup.values());
        }
    }

    private static MoodGroup group(String name) {
        return TestVocabularies.REAL.emotions().stream()
                .filter(emotion -> emotion.name(Language.SPANISH).equals(name))
                .map(Emotion::group)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void everyNameIsFoundByWhatItBeginsWith(Language language) {
        List<String> names = Stream.concat(
                        TestVocabularies.REAL.emotions().stream().map(emotion -> emotion.name(language)),
                        TestVocabularies.REAL.themes().stream().map((Theme theme) -> theme.name(language)))
                .toList();

        assertThat(names).hasSizeGreaterThan(150).allSatisfy(name -> {
            assertThat(suggestions.complete(name, language, MOST)).startsWith(name);
            assertThat(suggestions.complete(
                            name.toUpperCase(Locale.ROOT).substring(0, name.length() - 1), language, MOST))
                    .contains(name);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsTypedSuggestionsAreFewShortAndDifferentAndTheSameAgain(Language language) {
        List<String> texts = Arrays.asList(
                "a",
                "I e",
                "o",
                "l",
                "missing s",
                "a ".repeat(49) + "a",
                "x".repeat(99) + "e",
                "e".repeat(200),
                "'",
                "-",
                "́",
                "e\uD83D",
                "\uDE00e",
                "a - - - e",
                "lol",
                "haha");

        assertThat(texts).allSatisfy(typed -> {
            List<String> found = suggestions.complete(typed, language, 7);

            assertThat(found)
                    .hasSizeLessThanOrEqualTo(7)
                    .doesNotHaveDuplicates()
                    .allSatisfy(text -> assertThat(text).hasSizeBetween(1, Suggestions.LONGEST))
                    .isEqualTo(Suggestions.of(TestVocabularies.REAL).complete(typed, language, 7));
        });
        assertThat(suggestions.complete("a", language, 0)).isEmpty();
        assertThat(suggestions.complete("a", language, -1)).isEmpty();
    }

    @Test
    void whatWouldGetTooLongIsLeftOut() {
        String long94 = "x".repeat(93) + " ";

        assertThat(english(long94 + "jo")).containsExactly(long94 + "joy");
        assertThat(english(long94 + "wonde")).containsExactly(long94 + "wonder");
        assertThat(english("x" + long94 + "wonde")).isEmpty();
    }

    @Test
    void behindAnEndlessTextThereIsNoRoom() {
        String endless = Stream.generate(() -> "pena ").limit(1_200).collect(Collectors.joining()) + "tris";

        assertThat(spanish(endless)).isEmpty();
    }
}
