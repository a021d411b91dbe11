package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody but whoever asks is to see. */
@Timeout(180)
class LivePrivateTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @ParameterizedTest
    @CsvSource({
        "es-ES, ayuda, Cuéntame cómo te sientes",
        "en-US, help, Tell me how you feel",
        "es-ES, privacidad, Lo que escribes no se guarda",
        "en-US, privacy, What you write is not stored",
        "es-ES, olvidar, No había nada que borrar",
        "en-US, forget, There was nothing to delete",
        "es-ES, idioma, ¿En qué idioma te respondo?",
        "en-US, language, Which language shall I answer in?",
        "es-ES, sos, Lo que me cuentas importa más que cualquier canción",
        "en-US, sos, What you are telling me matters more than any song"
    })
    void whatIsForThePersonAloneIsShownToThemAlone(String locale, String command, String begin) {
        Person person = bot.discord().person("Pat", locale);
        LocalChannel music = bot.channel(person);

        LocalInteraction used = person.in(music).uses(command);
        LocalMessage answer = bot.answer(used);

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.content()).startsWith(begin);
        assertThat(used.sent()).containsExactly(answer);
        assertThat(music.messages()).isEmpty();
    }

    @Test
    void allThatIsKeptComesAsAFileAndIsDeletedOnDemand() {
        Person ana = bot.ana();
        LocalChannel music = bot.channel(ana);
        bot.recommends(ana, music, "estoy triste");

        LocalMessage export = bot.answer(ana.in(music).uses("exportar"));
        LocalMessage forgotten = bot.answer(ana.in(music).uses("olvidar"));
        LocalMessage after = bot.answer(ana.in(music).uses("exportar"));

        assertThat(export.isEphemeral()).isTrue();
        assertThat(export.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("emotitune.json");
            assertThat(file.content().string(StandardCharsets.UTF_8))
                    .contains("songs")
                    .doesNotContain("triste");
        });
        assertThat(forgotten.content()).startsWith("Hecho: he borrado");
        assertThat(after.files().getFirst().content().size())
                .isLessThan(export.files().getFirst().content().size());
    }

    @Test
    void aLanguageIsChosenByTheCommandAndByATap() {
        Person ana = bot.ana();
        LocalChannel music = bot.channel(ana);

        LocalMessage chosen = bot.answer(ana.in(music).uses("idioma", Map.of("idioma", "en")));
        LocalMessage help = bot.answer(ana.in(music).uses("ayuda"));
        LocalMessage question = bot.answer(ana.in(music).uses("language"));
        bot.edited(question, () -> ana.in(music).taps(question, "Español"));

        assertThat(chosen.content()).isEqualTo("I will answer in English from now on.");
        assertThat(help.content()).startsWith("Tell me how you feel");
        assertThat(question.content()).isEqualTo("Desde ahora te respondo en español.");
        assertThat(question.buttons()).isEmpty();
        assertThat(music.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"es-ES, Canciones para este mensaje, Más", "en-US, Songs for this message, More"})
    void songsForAMessageOfSomebodyElseAreForWhoeverAsks(String locale, String menu, String more) {
        Person reader = bot.discord().person("Pat", locale);
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve, reader);
        LocalMessage said = eve.in(music).says("I feel so lonely since she left");

        LocalMessage songs = bot.answer(reader.in(music).usesOn(said, menu));
        bot.edited(songs, () -> reader.in(music).taps(songs, more));

        assertThat(songs.isEphemeral()).isTrue();
        assertThat(songs.isSeenBy(reader)).isTrue();
        assertThat(songs.embeds()).isNotEmpty();
        assertThat(music.messages()).containsExactly(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forget", "/export", "//forget", " /olvidar", ""})
    void aMessageWithoutAFeelingIsNoCommandOfWhoeverAsks(String text) {
        Person ana = bot.ana();
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve, ana);
        bot.recommends(ana, music, "estoy triste");
        LocalMessage said = eve.in(music).says(text);

        LocalMessage answer = bot.answer(ana.in(music).usesOn(said, "Canciones para este mensaje"));

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.buttons()).contains("🌧 Tristeza");
        assertThat(answer.files()).isEmpty();
        assertThat(bot.answer(ana.in(music).uses("olvidar")).content()).startsWith("Hecho");
    }

    @ParameterizedTest
    @CsvSource({
        "es-ES, quiero suicidarme, Lo que me cuentas importa más que cualquier canción, 024",
        "en-US, I want to kill myself, What you are telling me matters more than any song, findahelpline.com"
    })
    void whoeverIsInDangerGetsHelpLinesAndNoSongs(String locale, String text, String begin, String line) {
        Person person = bot.discord().person("Pat", locale);
        LocalChannel music = bot.channel(person);

        LocalInteraction used = person.in(music).uses("recommend", Map.of("feeling", text));
        LocalMessage answer = bot.answer(used);

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.content()).startsWith(begin).contains(line);
        assertThat(answer.embeds()).isEmpty();
        assertThat(answer.buttons()).isEmpty();
        assertThat(used.sent()).containsExactly(answer);
        assertThat(music.messages()).isEmpty();
    }

    @Test
    void whoeverReadsOfSomebodyInDangerGetsHelpLines() {
        Person ana = bot.ana();
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve, ana);
        LocalMessage said = eve.in(music).says("I want to kill myself");

        LocalMessage answer = bot.answer(ana.in(music).usesOn(said, "Canciones para este mensaje"));

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.content()).contains("findahelpline.com");
        assertThat(answer.embeds()).isEmpty();
    }

    @Test
    void allOfThatWorksAloneWithTheBotToo() {
        Person eve = bot.eve();
        LocalChannel alone = eve.directChannel();

        LocalMessage page = bot.recommends(eve, alone, "I am so happy");
        bot.edited(page, () -> eve.direct().taps(page, "More"));
        LocalMessage help = bot.answer(eve.direct().uses("help"));

        assertThat(page.embeds()).hasSize(5);
        assertThat(help.isEphemeral()).isTrue();
        assertThat(alone.ofBot()).containsExactly(page);
    }

    @Test
    void aMessageOfSomebodyElseTellsNothingOfWhoeverAsks() {
        Person ana = bot.ana();
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve, ana);
        LocalMessage said = eve.in(music).says("I feel so lonely since she left");

        bot.answer(ana.in(music).usesOn(said, "Canciones para este mensaje"));
        LocalMessage help = bot.answer(ana.in(music).uses("ayuda"));

        assertThat(help.content()).startsWith("Cuéntame");
    }
}
