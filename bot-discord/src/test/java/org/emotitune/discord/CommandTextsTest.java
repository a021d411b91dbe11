package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.util.Collection;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.utils.data.DataArray;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.emotitune.wish.WishReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandTextsTest {
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static Properties english = new Properties();
    private static Properties spanish = new Properties();

    @BeforeAll
    static void read() throws IOException {
        english = bundle("commands.properties");
        spanish = bundle("commands_es.properties");
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(spanish.stringPropertyNames())
                .hasSizeGreaterThan(50)
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test
    void everyTextIsFoundInItsLanguage() {
        assertThat(english.stringPropertyNames()).isNotEmpty().allSatisfy(key -> {
            assertThat(CommandTexts.base(key)).isNotBlank().isEqualTo(english.getProperty(key));
            assertThat(CommandTexts.in(Language.SPANISH, key)).isNotBlank().isEqualTo(spanish.getProperty(key));
        });
    }

    @Test
    void descriptionsAreTranslated() {
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> key.endsWith(".is"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(spanish.getProperty(key)).isNotEqualTo(english.getProperty(key)));
    }

    @Test
    void discordGetsAllOfThem() {
        Collection<String> sent = STRING.matcher(DataArray.fromCollection(
                                SlashCommands.all(WishReader.load().languages(), true))
                        .toString())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(english.values())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(sent).contains((String) text));
        assertThat(spanish.values())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(sent).contains((String) text));
    }

    private static Properties bundle(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Resources.reader(CommandTexts.class, file)) {
            properties.load(reader);
        }
        return properties;
    }
}
