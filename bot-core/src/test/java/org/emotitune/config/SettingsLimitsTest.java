package org.emotitune.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.emotitune.config.Settings.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is kept and how much is allowed, and where the operator is. */
class SettingsLimitsTest {
    private static final String NO_REPEAT = "EMOTITUNE_NO_REPEAT_DAYS";
    private static final String RETENTION = "EMOTITUNE_RETENTION_DAYS";
    private static final String MESSAGES = "EMOTITUNE_MESSAGES_PER_5_MINUTES";

    @Test
    void usuallySongsStayAwayTwoWeeksAndPeopleAreKeptThreeMonths() {
        assertThat(Settings.of(Map.of()).limits()).isEqualTo(new Limits(Duration.ofDays(14), Duration.ofDays(90), 20));
    }

    @Test
    void everyLimitCanBeSet() {
        Map<String, String> environment = Map.of(NO_REPEAT, "7", RETENTION, " 30 ", MESSAGES, "5");

        assertThat(Settings.of(environment).limits()).isEqualTo(new Limits(Duration.ofDays(7), Duration.ofDays(30), 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aBlankLimitIsTheUsualOne(String value) {
        assertThat(Settings.of(Map.of(NO_REPEAT, value, RETENTION, value, MESSAGES, value))
                        .limits())
                .isEqualTo(Limits.DEFAULT);
    }

    @Test
    void songsCannotBeRememberedLongerThanPeople() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> Settings.of(Map.of(NO_REPEAT, "30", RETENTION, "20")))
                .withMessageContaining(NO_REPEAT)
                .withMessageContaining(RETENTION);
    }

    @Test
    void whereLittleIsKeptSongsAreRememberedAsLong() {
        assertThat(Settings.of(Map.of(RETENTION, "5")).limits().noRepeats().toDays())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "EMOTITUNE_NO_REPEAT_DAYS, 0",
        "EMOTITUNE_NO_REPEAT_DAYS, 90",
        "EMOTITUNE_RETENTION_DAYS, 1",
        "EMOTITUNE_RETENTION_DAYS, 3650",
        "EMOTITUNE_MESSAGES_PER_5_MINUTES, 1",
        "EMOTITUNE_MESSAGES_PER_5_MINUTES, 10000"
    })
    void bothEndsAreAllowed(String name, String value) {
        Limits limits = Settings.of(Map.of(name, value)).limits();

        long set = switch (name) {
            case NO_REPEAT -> limits.noRepeats().toDays();
            case RETENTION -> limits.retention().toDays();
            default -> limits.messages();
        };
        assertThat(set).isEqualTo(Long.parseLong(value));
    }

    @ParameterizedTest
    @CsvSource({
        "EMOTITUNE_NO_REPEAT_DAYS, -1, 0 to 3650",
        "EMOTITUNE_NO_REPEAT_DAYS, 3651, 0 to 3650",
        "EMOTITUNE_NO_REPEAT_DAYS, two weeks, 0 to 3650",
        "EMOTITUNE_RETENTION_DAYS, 0, 1 to 3650",
        "EMOTITUNE_RETENTION_DAYS, 90 days, 1 to 3650",
        "EMOTITUNE_RETENTION_DAYS, 99999999999999999999, 1 to 3650",
        "EMOTITUNE_MESSAGES_PER_5_MINUTES, 0, 1 to 10000",
        "EMOTITUNE_MESSAGES_PER_5_MINUTES, 2.5, 1 to 10000",
        "EMOTITUNE_MESSAGES_PER_5_MINUTES, 10001, 1 to 10000",
        "EMOTITUNE_MESSAGES_PER_5_MINUTES, unlimited, 1 to 10000"
    })
    void whatIsNoNumberWithinBoundsIsToldWithNameValueAndBounds(String name, String value, String bounds) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> Settings.of(Map.of(name, value)))
                .withMessageContainingAll(name, "'" + value + "'", bounds);
    }

    @Test
    void allProblemsAreToldTogetherEachOnce() {
        Map<String, String> environment = Map.of(
                NO_REPEAT,
                "never",
                RETENTION,
                "-5",
                MESSAGES,
                "many",
                "EMOTITUNE_STARTER",
                "maybe",
                "DATABASE_URL",
                "x");

        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> Settings.of(environment))
                .satisfies(problem -> environment
                        .keySet()
                        .forEach(name -> assertThat(problem.getMessage()).containsOnlyOnce(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "es_ES.UTF-8, , ES",
        "es_MX.UTF-8@euro, , MX",
        "en_US, , US",
        "es-AR, , AR",
        "es_es, , ES",
        "en_US.UTF-8, es_CL.UTF-8, CL",
        "es_ES.UTF-8, '', ES",
        "es_ES.UTF-8, C, ",
        "es, , ",
        "es_419, , ",
        "C, , ",
        "C.UTF-8, , ",
        "POSIX, , ",
        "'', , ",
        "not a locale, , "
    })
    void theLocaleTellsTheCountryForHelpLines(String lang, String all, String country) {
        Map<String, String> environment = all == null ? Map.of("LANG", lang) : Map.of("LANG", lang, "LC_ALL", all);

        assertThat(Settings.of(environment).country()).isEqualTo(country);
    }
}
