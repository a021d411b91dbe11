package org.emotitune.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    private static final Tokenizer TOKENIZER =
            new Tokenizer(Map.of("xq", List.of("por", "que"), "im", List.of("i", "am")));

    private static List<String> texts(String message) {
        return TOKENIZER.tokens(message).stream().map(Token::text).toList();
    }

    private static List<Integer> clauses(String message) {
        return TOKENIZER.tokens(message).stream().map(Token::clause).toList();
    }

    @Test
    void readsDigitsOnlyAsChatSpelling() {
        Tokenizer tokenizer = new Tokenizer(Map.of("2", List.of("to"), "gr8", List.of("great")));

        assertThat(tokenizer.tokens("want 2 feel gr8 at 3am in 2024"))
                .extracting(Token::text)
                .containsExactly("want", "to", "feel", "great", "at", "am", "in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"triste", "TRISTE", "tristé", "tristeee", "TRISTEEEE", "trístè", "triste\u0301"})
    void makesOneWordOfAllItsSpellings(String spelling) {
        assertThat(texts(spelling)).containsExactly("triste");
    }

    @ParameterizedTest
    @CsvSource({
        "don't, dont",
        "don’t, dont",
        "mañana, manana",
        "Über, uber",
        "too, too",
        "llamar, llamar",
        "I, i",
        "ñ, n"
    })
    void bringsAWordIntoNormalForm(String word, String normal) {
        assertThat(Tokenizer.normalise(word)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jaja", "JAJAJA", "jajajaj", "jejeje", "jijiji", "haha", "hahahah", "lol", "looool", "lmao", "lmfao",
                "xd", "xDDD", "jjjj"
            })
    void hearsEveryLaughterAsTheSame(String laughter) {
        assertThat(texts(laughter)).containsExactly("jaja");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "hija", "jamas", "hello", "haz", "ahora"})
    void doesNotTakeWordsForLaughter(String word) {
        assertThat(texts(word)).containsExactly(word);
    }

    @Test
    void keepsEmojiAndFacesAsTokens() {
        assertThat(texts("bien😭😭 :) <3 :(")).containsExactly("bien", "😭", "😭", ":)", "<3", ":(");
    }

    @Test
    void leavesOutLinksMentionsAddressesAndNumbers() {
        var message = "mira https://open.spotify.com/track/7 y www.musica.es de @ana_maria o ana.p@correo.es a las 10";

        assertThat(texts(message)).containsExactly("mira", "y", "de", "o", "a", "las");
    }

    @Test
    void spellsOutTheShortFormsOfChat() {
        assertThat(texts("XQ lloro, I'm sad")).containsExactly("por", "que", "lloro", "i", "am", "sad");
    }

    @Test
    void beginsAClauseAtPunctuation() {
        assertThat(clauses("no, estoy bien. gracias")).containsExactly(0, 1, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feliz pero triste", "sad but happy", "cansada aunque contenta", "tired though happy"})
    void beginsAClauseAtAnAdversativeConjunction(String message) {
        assertThat(clauses(message)).containsExactly(0, 1, 1);
    }

    @Test
    void doesNotBeginAClauseAtAFace() {
        assertThat(clauses("hola :) ana")).containsExactly(0, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "TRISTE, true",
        "tristeee, true",
        "triste!!, true",
        "triste!, false",
        "Triste, false",
        "triste, false",
        "NO, false"
    })
    void hearsShoutingAndElongationAsEmphasis(String message, boolean emphatic) {
        assertThat(TOKENIZER.tokens(message))
                .singleElement()
                .satisfies(token -> assertThat(token.emphatic()).isEqualTo(emphatic));
    }

    @Test
    void emphasisesOnlyTheWordBeforeTheExclamationMarks() {
        assertThat(TOKENIZER.tokens("muy feliz!!").stream().map(Token::emphatic))
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "123 456", "!!!", "...", "https://a.b/c", "@ana", "'", "\u0000"})
    void findsNothingWhereThereIsNoWord(String message) {
        assertThat(TOKENIZER.tokens(message)).isEmpty();
    }

    @Test
    void readsOtherScripts() {
        assertThat(texts("我很难过 мне грустно")).containsExactly("我很难过", "мне", "грустно");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "ab", "ja", "lo", "a'", "@", "a@", "a.", "a@a.", "!", "😭", "x)", "\u0301", "https://", "-"
            })
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsAHundredThousandCharactersOfAnything(String repeated) {
        var message = repeated.repeat(100_000 / repeated.length()) + " fin";

        assertThat(texts(message)).endsWith("fin");
    }
}
