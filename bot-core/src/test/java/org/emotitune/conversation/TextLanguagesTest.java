package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.emotitune.embedded.Lexicon;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.emotitune.safety.HelpLines;
import org.emotitune.text.Token;
import org.emotitune.text.Tokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No text of one language has a common word of the other. */
class TextLanguagesTest {
    private static final Tokenizer TOKENIZER = new Tokenizer(Map.of());
    private static final String FUNCTION_WORDS = "function = ";

    private static final String NAME_IN_SPANISH = "Línea de la Vida";

    @ParameterizedTest
    @EnumSource
    void noTextHasACommonWordOfTheOtherLanguage(Language language) throws IOException {
        Set<String> foreign = onlyIn(other(language));
        Collection<String> texts = texts(language);

        assertThat(texts)
                .hasSizeGreaterThan(60)
                .filteredOn(text -> words(text).stream().anyMatch(foreign::contains))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noHelpLineHasACommonWordOfTheOtherLanguage(Language language) {
        Set<String> foreign = onlyIn(other(language));
        List<String> descriptions = helpLines(language);

        assertThat(descriptions)
                .hasSizeGreaterThan(20)
                .map(text -> text.replace(NAME_IN_SPANISH, ""))
                .filteredOn(text -> words(text).stream().anyMatch(foreign::contains))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theCommonWordsAreSoCommonThatAMixedTextWouldBeNoticed(Language language) throws IOException {
        Set<String> own = onlyIn(language);
        List<String> sentences = texts(language).stream()
                .map(text -> text.replaceAll("/\\w+", ""))
                .filter(text -> words(text).size() >= 6)
                .toList();

        assertThat(sentences)
                .hasSizeGreaterThan(20)
                .filteredOn(text -> words(text).stream().noneMatch(own::contains))
                .isEmpty();
    }

    private static Language other(Language language) {
        return Arrays.stream(Language.values())
                .filter(each -> each != language)
                .findFirst()
                .orElseThrow();
    }

    /** The common words of a language that the other one has not. */
    private static Set<String> onlyIn(Language language) {
        Set<String> words = functionWords(language);
        words.removeAll(functionWords(other(language)));
        return words;
    }

    private static Set<String> functionWords(Language language) {
        String file = "modifiers-%s.txt".formatted(language.code());
        Set<String> words = new HashSet<>();
        Resources.lines(Lexicon.class, file).stream()
                .map(Resources.Line::text)
                .filter(line -> line.startsWith(FUNCTION_WORDS))
                .forEach(line -> words.addAll(words(line.substring(FUNCTION_WORDS.length()))));
        assertThat(words).hasSizeGreaterThan(100);
        return words;
    }

    private static List<String> words(String text) {
        return TOKENIZER.tokens(text).stream().map(Token::text).toList();
    }

    private static Collection<String> texts(Language language) throws IOException {
        String file = language == Language.ENGLISH ? "texts.properties" : "texts_es.properties";
        Properties properties = new Properties();
        try (Reader reader = Resources.reader(Texts.class, file)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .map(properties::getProperty)
                .toList();
    }

    private static List<String> helpLines(Language language) {
        int column = language == Language.ENGLISH ? 2 : 3;
        return Resources.lines(HelpLines.class, "helplines.txt").stream()
                .map(line -> line.text().split("\\|")[column].strip())
                .toList();
    }
}
