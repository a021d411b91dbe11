package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to mentions that nobody but their author is to read. */
@Timeout(180)
class LiveWhispersTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @ParameterizedTest
    @CsvSource({
        "es-ES, quiero suicidarme, Lo que me cuentas importa más que cualquier canción",
        "en-US, I want to die, What you are telling me matters more than any song"
    })
    void whoeverIsInDangerIsAnsweredAlone(String locale, String text, String begin) {
        Person person = bot.discord().person("Pat", locale);
        LocalChannel music = bot.channel(person);

        LocalMessage answer =
                bot.next(person.directChannel(), () -> person.in(music).mentions(text));
        bot.settle();

        assertThat(answer.content()).startsWith(begin).contains("findahelpline.com");
        assertThat(answer.embeds()).isEmpty();
        assertThat(music.ofBot()).allSatisfy(told -> {
            assertThat(told.content()).doesNotContain("findahelpline.com", "suici");
            assertThat(told.pinged()).isEmpty();
        });
    }

    @Test
    void whoeverTakesNoMessagesIsToldWhereHelpIsToBeHad() {
        Person ana = bot.ana();
        ana.takesMessages(false);
        LocalChannel music = bot.channel(ana);
        LocalMessage[] said = new LocalMessage[1];

        LocalMessage told = bot.next(music, () -> said[0] = ana.in(music).mentions("quiero suicidarme"));

        assertThat(told.content())
                .startsWith("Te he leído y prefiero responderte a solas")
                .doesNotContain("/sos", "024");
        assertThat(told.repliesTo()).contains(said[0]);
        assertThat(told.pinged()).isEmpty();
        assertThat(ana.directChannel().ofBot()).isEmpty();

        LocalMessage help = bot.answer(ana.in(music).taps(told, "Ver"));

        assertThat(help.content()).contains("024");
        assertThat(help.isEphemeral()).isTrue();
    }

    @Test
    void whoeverIsInDangerInADirectMessageIsAnsweredThere() {
        Person eve = bot.eve();

        LocalMessage answer = bot.next(eve.directChannel(), () -> eve.direct().says("I want to kill myself"));

        assertThat(answer.content()).startsWith("What you are telling me matters more than any song");
        assertThat(answer.embeds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/privacy", "/export", "/sos"})
    void whatIsForThePersonAloneComesAsADirectMessage(String command) {
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve);

        LocalMessage answer = bot.next(eve.directChannel(), () -> eve.in(music).mentions(command));
        bot.settle();

        assertThat(answer.content()).isNotBlank();
        assertThat(music.ofBot()).allMatch(told -> told.files().isEmpty());
    }
}
