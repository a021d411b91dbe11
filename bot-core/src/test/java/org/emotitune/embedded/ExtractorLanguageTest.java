package org.emotitune.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotitune.emotion.Language;
import org.emotitune.text.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language a message is taken to be in, and how its chat spelling is spelled out by that. */
class ExtractorLanguageTest {
    private static List<String> words(@Nullable Language language, String message) {
        return Lexicons.LEXICON.chatSpelling().tokenizer(language).tokens(message).stream()
                .map(Token::text)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "triste",
                "estoy triste",
                "hola",
                "toy triste",
                "xq toy tan sola",
                "¿?",
                "niño",
                "mi novio me dejó",
                "estoy sad",
                "I feel sad hoy porque mi novio me dejó",
                "te amo",
                "qué tal",
                "feliz",
                "ni idea"
            })
    void readsSpanish(String message) {
        assertThat(Lexicons.read(message).language()).isEqualTo(Language.SPANISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sad",
                "i'm sad",
                "hello",
                "im so tired",
                "idk im just sad tbh",
                "my nan died",
                "we are so happy",
                "i",
                "happyyyy",
                "what time is it",
                "i love you"
            })
    void readsEnglish(String message) {
        assertThat(Lexicons.read(message).language()).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fallsBackOnTheLanguageOfTheInstallation(Language otherwise) {
        var extractor = new LexiconExtractor(Lexicons.VOCABULARY, Lexicons.LEXICON);

        assertThat(List.of("😭", "asdf", "", "123", "我很难过"))
                .allSatisfy(
                        message -> assertThat(extractor.read(message, otherwise).language())
                                .isEqualTo(otherwise));
    }

    @ParameterizedTest
    @CsvSource({
        "toy triste, sadness",
        "q triste stoy, sadness",
        "xq toy tan sola, loneliness",
        "ntp pero toy re cansada, exhaustion",
        "im sad, sadness",
        "idk im just sad tbh, sadness"
    })
    void understandsChatSpelling(String message, String emotion) {
        assertThat(Lexicons.emotions(message)).contains(emotion);
    }

    @Test
    void spellsOutTheShortFormsOfALanguage() {
        assertThat(words(Language.SPANISH, "xq")).containsExactly("porque");
        assertThat(words(Language.ENGLISH, "tysm")).containsExactly("thank", "you", "so", "much");
    }

    @Test
    void spellsShortFormsThatAreWordsOfTheOtherLanguageByTheLanguageOfTheMessage() {
        assertThat(words(Language.SPANISH, "we i")).containsExactly("guey", "y");
        assertThat(words(Language.ENGLISH, "we i")).containsExactly("we", "i");
    }

    @Test
    void leavesCommonWordsAsTheyAreWhereNothingTellsTheLanguage() {
        assertThat(words(null, "we i way")).startsWith("we", "i");
    }

    @Test
    void spellsOutWhatCannotBeMistakenWhateverTheLanguage() {
        assertThat(words(null, "xq tysm")).containsExactly("porque", "thank", "you", "so", "much");
        assertThat(words(Language.ENGLISH, "xq")).containsExactly("porque");
    }

    @ParameterizedTest
    @CsvSource({"i am sad, sadness", "we are happy, happiness", "i feel lonely and we cry, loneliness"})
    void doesNotSpellOutEnglishAsSpanish(String message, String emotion) {
        var reading = Lexicons.read(message);

        assertThat(reading.language()).isEqualTo(Language.ENGLISH);
        assertThat(Lexicons.emotions(message)).contains(emotion);
    }
}
