package org.emotitune.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.emotitune.db.DatabaseAddress;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void withoutAnythingSetItIsTheEmbeddedServerInTheHomeDirectoryWithTheStarterCatalog() {
        Settings settings = Settings.of(Map.of());

        assertThat(settings)
                .isEqualTo(new Settings(
                        null,
                        Path.of(System.getProperty("user.home"), ".emotitune"),
                        true,
                        Language.ENGLISH,
                        null,
                        Settings.Limits.DEFAULT,
                        SourceSettings.DEFAULT,
                        ReindexSettings.DEFAULT,
                        LlmSettings.DEFAULT,
                        TelegramSettings.DEFAULT,
                        DiscordSettings.DEFAULT));
    }

    @Test
    void allProblemsAreToldTogether() {
        Map<String, String> environment = Map.of("DATABASE_URL", "mysql://db/songs", "EMOTITUNE_STARTER", "maybe");

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> Settings.of(environment))
                .withMessageContaining("DATABASE_URL")
                .withMessageContaining("EMOTITUNE_STARTER")
                .withMessageContaining("'maybe'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ana:hunter2@db/songs",
                "postgres://ana:hunter2@db:port/songs",
                "postgres://ana:hunter2@db",
                "postgres://ana:hunter2%@db/songs",
                "postgres://ana:x/hunter2@db/songs",
                "jdbc:postgresql://ana:hunter2@db/songs",
                "ana:hunter2"
            })
    void aWrongAddressNeverTellsThePassword(String url) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> Settings.of(Map.of("DATABASE_URL", url)))
                .withMessageStartingWith("DATABASE_URL: ")
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void settingsNeverShowThePassword() {
        Settings settings = Settings.of(Map.of("DATABASE_URL", "postgres://ana:hunter2@db/songs"));

        assertThat(settings.database()).isNotNull();
        assertThat(settings.toString()).doesNotContain("hunter2");
    }

    @Test
    void theServerIsTheOneThatIsSet() {
        Settings settings = Settings.of(Map.of("DATABASE_URL", " postgres://ana:pw@db/songs "));

        assertThat(settings.database())
                .extracting(DatabaseAddress::jdbcUrl)
                .isEqualTo("jdbc:postgresql://db:5432/songs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aBlankAddressMeansTheEmbeddedServer(String url) {
        assertThat(Settings.of(Map.of("DATABASE_URL", url)).database()).isNull();
    }

    @Test
    void theHomeMayBeElsewhere() {
        Settings settings = Settings.of(Map.of("EMOTITUNE_HOME", "/somewhere/else"));

        assertThat(settings.home()).isEqualTo(Path.of("/somewhere/else"));
    }

    @Test
    void aRelativeHomeIsMadeAbsolute() {
        Settings settings = Settings.of(Map.of("EMOTITUNE_HOME", "here"));

        assertThat(settings.home()).isAbsolute().endsWithRaw(Path.of("here"));
    }

    @ParameterizedTest
    @CsvSource({"on, true", "ON, true", "off, false", "' Off ', false"})
    void theStarterCatalogCanBeLeftOut(String value, boolean starter) {
        assertThat(Settings.of(Map.of("EMOTITUNE_STARTER", value)).starter()).isEqualTo(starter);
    }

    @ParameterizedTest
    @CsvSource({
        "es_ES.UTF-8, , SPANISH",
        "es_MX.UTF-8@euro, , SPANISH",
        "en_GB.UTF-8, , ENGLISH",
        "de_DE.UTF-8, , ENGLISH",
        "C, , ENGLISH",
        "es_ES.UTF-8, en_US.UTF-8, ENGLISH",
        "en_US.UTF-8, es_ES.UTF-8, SPANISH",
        "es_ES.UTF-8, '', SPANISH"
    })
    void theLocaleTellsTheLanguageOfAnswersToMessagesWithoutOne(String lang, String all, Language language) {
        Map<String, String> environment = all == null ? Map.of("LANG", lang) : Map.of("LANG", lang, "LC_ALL", all);

        assertThat(Settings.of(environment).language()).isEqualTo(language);
    }
}
