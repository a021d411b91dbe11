package org.emotitune.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.emotitune.conversation.Reply.Apology;
import org.emotitune.conversation.Reply.Reason;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApologiesTest {

    @ParameterizedTest
    @CsvSource({
        "PT0.000000001S, in about 5 seconds., en unos 5 segundos",
        "PT5S,           in about 5 seconds., en unos 5 segundos",
        "PT5.1S,         in about 10 seconds., en unos 10 segundos",
        "PT15S,          in about 15 seconds., en unos 15 segundos",
        "PT55S,          in about 55 seconds., en unos 55 segundos",
        "PT55.1S,        in about a minute., en un minuto",
        "PT60S,          in about a minute., en un minuto",
        "PT60.1S,        in about 2 minutes., en unos 2 minutos",
        "PT1H,           in about 60 minutes., en unos 60 minutos"
    })
    void saysInWordsWhenToComeBackAndNeverTooEarly(Duration pause, String english, String spanish) {
        assertThat(Apologies.comeBack(Language.ENGLISH, pause).text()).contains(english);
        assertThat(Apologies.comeBack(Language.SPANISH, pause).text()).contains(spanish);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachSaysWhy(Language language) {
        assertThat(Apologies.busy(language).reason()).isEqualTo(Reason.BUSY);
        assertThat(Apologies.unavailable(language).reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(Apologies.oneAfterAnother(language).reason()).isEqualTo(Reason.TOO_FAST);
        assertThat(Apologies.comeBack(language, Duration.ofSeconds(1)).reason()).isEqualTo(Reason.TOO_FAST);
    }

    @Test
    void speaksTheLanguageThatItIsAskedFor() {
        Apology english = Apologies.busy(Language.ENGLISH);
        Apology spanish = Apologies.busy(Language.SPANISH);

        assertThat(english.language()).isEqualTo(Language.ENGLISH);
        assertThat(spanish.language()).isEqualTo(Language.SPANISH);
        assertThat(english.text()).contains("try again").isNotEqualTo(spanish.text());
        assertThat(spanish.text()).contains("Prueba otra vez");
    }
}
