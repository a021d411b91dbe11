package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.emotitune.emotion.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {
    @ParameterizedTest
    @CsvSource({
        "es-ES,   SPANISH, ES",
        "es-419,  SPANISH,",
        "en-US,   ENGLISH,",
        "en-GB,   ENGLISH,",
        "pt-BR,   ENGLISH, BR",
        "sv-SE,   ENGLISH, SE",
        "zh-CN,   ENGLISH, CN",
        "zh-TW,   ENGLISH, TW",
        "no,      ENGLISH,",
        "id,      ENGLISH,",
        "de,      ENGLISH,",
        "unknown, ENGLISH,",
        "'',      ENGLISH,"
    })
    void languageAndCountryAreThoseOfTheirDiscord(String tag, Language language, @Nullable String country) {
        assertThat(Person.of(7, tag)).isEqualTo(new Person(7, language, country));
        assertThat(Person.language(tag)).isEqualTo(language);
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageOfDiscordIsUnderstood(DiscordLocale locale) {
        Person person = Person.of(7, locale.getLocale());

        assertThat(person.locale() == Language.SPANISH)
                .isEqualTo(locale == DiscordLocale.SPANISH || locale == DiscordLocale.SPANISH_LATAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es_ES", "es-", "-", "e", "es-EEEEEEEEEEEEEEES", "\u0000", "ñ", "español"})
    void whatIsNoLanguageIsEnglishOfNoCountry(String tag) {
        assertThat(Person.of(7, tag).country()).isNull();
    }

    @Test
    void aCountryHasTwoCapitals() {
        for (String wrong : new String[] {"", "es", "ESP", "419", "E"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Person(7, Language.SPANISH, wrong));
        }
    }
}
