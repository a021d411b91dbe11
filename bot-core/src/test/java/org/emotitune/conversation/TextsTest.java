package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern GAP = Pattern.compile("\\{[^}]*}");

    private static Properties english = new Properties();
    private static Properties spanish = new Properties();

    @BeforeAll
    static void readBundles() throws IOException {
        english = bundle("texts.properties");
        spanish = bundle("texts_es.properties");
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(spanish.stringPropertyNames())
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test
    void noTextIsEmpty() {
        assertThat(english.values())
                .isNotEmpty()
                .allSatisfy(text -> assertThat((String) text).isNotBlank());
        assertThat(spanish.values())
                .isNotEmpty()
                .allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void bothLanguagesHaveTheSameGaps() {
        assertThat(english.stringPropertyNames())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(gaps(spanish.getProperty(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(gaps(english.getProperty(key))));
    }

    @Test
    void someTextsHaveGaps() {
        assertThat(english.stringPropertyNames())
                .anySatisfy(key -> assertThat(gaps(english.getProperty(key))).containsExactly("{0}"));
    }

    @Test
    void textsWithGapsHaveNoLoneApostrophe() {
        assertThat(english.values()).isNotEmpty().noneMatch(TextsTest::losesAnApostrophe);
        assertThat(spanish.values()).isNotEmpty().noneMatch(TextsTest::losesAnApostrophe);
    }

    @Test
    void everyTextIsFoundInItsLanguage() {
        assertThat(english.stringPropertyNames()).isNotEmpty().allSatisfy(key -> {
            assertThat(Texts.in(Language.ENGLISH, key)).isEqualTo(english.getProperty(key));
            assertThat(Texts.in(Language.SPANISH, key)).isEqualTo(spanish.getProperty(key));
        });
    }

    @Test
    void gapsAreFilledAsTheyAre() {
        String text = Texts.in(Language.ENGLISH, "songs.heard", "it's {0} & 'more'");

        assertThat(text).isEqualTo("I hear: it's {0} & 'more'");
    }

    @Test
    void aTextThatIsNotThereIsNoText() {
        assertThatExceptionOfType(MissingResourceException.class)
                .isThrownBy(() -> Texts.in(Language.ENGLISH, "no.such.text"));
    }

    private static boolean losesAnApostrophe(Object text) {
        return !gaps((String) text).isEmpty() && ((String) text).contains("'");
    }

    private static List<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Properties bundle(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Resources.reader(Texts.class, file)) {
            properties.load(reader);
        }
        return properties;
    }
}
