package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DiscordTextsTest {
    private static final Pattern GAP = Pattern.compile("\\{[^}]*}");

    private static Properties english = new Properties();
    private static Properties spanish = new Properties();

    @BeforeAll
    static void read() throws IOException {
        english = bundle("discord.properties");
        spanish = bundle("discord_es.properties");
    }

    @Test
    void bothLanguagesHaveTheSameTextsAndGaps() {
        assertThat(spanish.stringPropertyNames())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(gaps(spanish.getProperty(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(gaps(english.getProperty(key))));
    }

    @Test
    void everyTextIsFoundInItsLanguage() {
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(DiscordTexts.in(Language.ENGLISH, key)).isNotBlank().isEqualTo(english.getProperty(key));
            assertThat(DiscordTexts.in(Language.SPANISH, key))
                    .isNotEqualTo(english.getProperty(key))
                    .isEqualTo(spanish.getProperty(key));
        });
    }

    private static List<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Properties bundle(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Resources.reader(DiscordTextsTest.class, file)) {
            properties.load(reader);
        }
        return properties;
    }
}
