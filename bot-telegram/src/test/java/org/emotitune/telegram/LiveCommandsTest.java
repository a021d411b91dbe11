package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands in the chat with one person, and links that begin it. */
@Timeout(180)
class LiveCommandsTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    es | /start                          | ¡Hola! Cuéntame cómo te sientes, en español
                    en | /start                          | Hello! Tell me how you feel, in English or Spanish
                    es | /empezar                        | ¡Hola! Cuéntame cómo te sientes, en español
                    fr | /start                          | Hello! Tell me how you feel
                    es | /start sos                      | Lo que me cuentas importa más que cualquier canción
                    en | /start sos                      | What you are telling me matters more than any song
                    es | /start help                     | Cuéntame cómo te sientes y te respondo con canciones
                    en | /start privacy                  | What you write is not stored
                    es | /start language                 | ¿En qué idioma te respondo?
                    es | /start hola                     | ¡Hola! ¿Cómo te sientes?
                    en | /start hello                    | Hello! How are you feeling?
                    en | /start sad-but-hopeful          | Songs that feel the same
                    es | /start triste_pero_contenta     | Canciones que se sienten igual
                    es | /ayuda                          | Cuéntame cómo te sientes y te respondo con canciones
                    en | /help                           | Tell me how you feel and I answer with songs
                    en | /HELP@emotitunebot              | Tell me how you feel and I answer with songs
                    es | /privacidad                     | Lo que escribes no se guarda
                    en | /privacy                        | What you write is not stored
                    es | /sos                            | Aquí sigo si más tarde quieres música
                    en | /sos                            | findahelpline.com, or your local emergency number
                    es | /recomienda echo de menos a mi padre | Canciones que se sienten igual
                    en | /recommend I am so angry        | Songs that feel the same
                    en | /recommend                      | Tell me how you feel, in a few words
                    es | /nosequé                        | No conozco esa orden
                    en | /dance                          | I do not know that command
                    en | /reindex full                   | I do not know that command
                    es | /stats                          | No conozco esa orden
                    en | /import                         | I do not know that command
                    es | /cancel                         | No conozco esa orden
                    """)
    void commandsAreAnsweredInThePersonsLanguage(String language, String text, String expected) {
        Shown answer = bot.answer(bot.person("Ana", language), text);

        assertThat(answer.text()).contains(expected);
        assertThat(answer.replyTo()).isZero();
    }

    @Test
    void helpLinesComeWithoutSongsAndWithoutAPreview() {
        Shown answer = bot.answer(bot.person("Eve", "en-GB"), "/sos");

        assertThat(answer.text()).contains("116 123");
        assertThat(answer.labels()).isEmpty();
        assertThat(answer.preview().path("is_disabled").asBoolean()).isTrue();
    }

    @Test
    void whoeverIsInDangerGetsHelpLinesOfTheirLanguageAndNoSongs() {
        Person ana = bot.person("Ana", "es");
        Person eve = bot.person("Eve", "en");

        assertThat(bot.answer(ana, "quiero morirme").text()).contains("024").doesNotContain("1. ");
        assertThat(bot.answer(eve, "I want to kill myself").text())
                .contains("matters more than any song")
                .doesNotContain("Songs that");
    }

    @Test
    void theLanguageIsChosenByATapInThePlaceOfTheQuestion() {
        Person ana = bot.person("Ana", "es");
        Shown question = bot.answer(ana, "/idioma");
        assertThat(question.labels()).containsExactly("English", "Español", "Como yo escriba");

        Shown chosen = bot.edited(ana.chat(), () -> ana.taps("English"));

        assertThat(chosen.text()).isEqualTo("I will answer in English from now on.");
        assertThat(chosen.labels()).isEmpty();
        assertThat(bot.answer(ana, "estoy muy triste").text()).contains("Songs that feel the same");
        assertThat(bot.answer(ana, "/language auto").text()).contains("I will answer in the language of your messages");
        assertThat(bot.answer(ana, "estoy muy triste").text()).contains("Canciones que se sienten igual");
    }

    @Test
    void allThatIsKeptComesAsAFileAndIsDeletedOnDemand() {
        Person eve = bot.person("Eve", "en");
        bot.answer(eve, "I am so happy");
        bot.toast(eve.taps("👍 1"));

        assertThat(bot.answer(eve, "/export").text()).isEqualTo("This is all I keep about you:");
        bot.telegram().until(() -> eve.chat().answer().file().isPresent());
        var file = eve.chat().answer().file().orElseThrow();
        assertThat(file.name()).isEqualTo("emotitune.json");
        assertThat(file.text()).contains("\"songsGiven\"", "\"votes\"").doesNotContain("happy", "Eve", "" + eve.id());

        assertThat(bot.answer(eve, "/forget").text()).contains("everything I kept about you is deleted");
        assertThat(bot.answer(eve, "/forget").text()).contains("There was nothing to delete");
    }

    @Test
    void whoeverIsNoAdminIsAnsweredInOrderToo() {
        Person eva = bot.person("Eva", "en");
        eva.says("/reindex");
        eva.says("asdf");
        eva.says("/stats");
        eva.says("/privacy");

        bot.telegram().until(() -> eva.chat().ofBot().size() == 4);
        assertThat(eva.chat().ofBot().stream().map(Shown::text).map(text -> text.substring(0, 8)))
                .containsExactly("I do not", "I did no", "I do not", "What you");
    }
}
