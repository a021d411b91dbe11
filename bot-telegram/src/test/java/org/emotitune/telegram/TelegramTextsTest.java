package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TelegramTextsTest {
    private static final Pattern GAP = Pattern.compile("\\{[^}]*}");
    private static final List<String> COMMANDS = List.of(
            "recommend",
            "language",
            "privacy",
            "export",
            "forget",
            "sos",
            "help",
            "reindex",
            "import",
            "stats",
            "cancel");

    private static Properties english = new Properties();
    private static Properties spanish = new Properties();
    private static String program = "";

    @BeforeAll
    static void read() throws IOException {
        english = bundle("telegram.properties");
        spanish = bundle("telegram_es.properties");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            program = files.filter(file -> file.toString().endsWith(".java"))
                    .map(TelegramTextsTest::content)
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void bothLanguagesHaveTheSameTextsAndGaps() {
        assertThat(spanish.stringPropertyNames())
                .hasSizeGreaterThan(20)
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(gaps(spanish.getProperty(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(gaps(english.getProperty(key))));
    }

    @Test
    void everyTextIsFoundInItsLanguage() {
        assertThat(english.stringPropertyNames()).isNotEmpty().allSatisfy(key -> {
            assertThat(TelegramTexts.in(Language.ENGLISH, key)).isNotBlank().isEqualTo(english.getProperty(key));
            assertThat(TelegramTexts.in(Language.SPANISH, key))
                    .isNotBlank()
                    .isNotEqualTo(english.getProperty(key))
                    .isEqualTo(spanish.getProperty(key));
        });
    }

    @Test
    void theProgramUsesAllTextsAndNoOthers() {
        Set<String> used = new TreeSet<>(Set.of("description", "short-description", "wordless"));
        COMMANDS.forEach(command -> used.add("menu." + command));
        Stream.of("crisis", "information").forEach(about -> {
            used.add("elsewhere." + about);
            used.add("elsewhere." + about + ".button");
        });
        // Keys that stand in the program as a whole.
        Pattern.compile("\"((?:inline|page)\\.[a-z.-]+)\"")
                .matcher(program)
                .results()
                .forEach(found -> used.add(found.group(1)));

        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @EnumSource
    void telegramTakesThem(Language language) {
        assertThat(TelegramTexts.in(language, "description")).hasSizeLessThanOrEqualTo(512);
        assertThat(TelegramTexts.in(language, "short-description")).hasSizeLessThanOrEqualTo(120);
        assertThat(COMMANDS)
                .allSatisfy(command -> assertThat(TelegramTexts.in(language, "menu." + command))
                        .hasSizeBetween(1, 256));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Properties bundle(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Resources.reader(TelegramTexts.class, file)) {
            properties.load(reader);
        }
        return properties;
    }
}
