package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "@EmotiTuneBot sad but hopeful", in any chat. */
@Timeout(180)
class LiveInlineTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @ParameterizedTest
    @CsvSource({"es, triste pero con esperanza", "en, sad but hopeful", "en, triste pero con esperanza", "es, 😭"})
    void aFeelingGivesTenSongsToSend(String language, String text) {
        JsonNode answer = asked(bot.person("Ana", language), text);

        assertThat(results(answer)).hasSize(10).allSatisfy(song -> {
            assertThat(song.path("title").asText()).contains(" — ");
            assertThat(song.path("description").asText()).isNotBlank();
            assertThat(song.at("/input_message_content/message_text").asText()).contains("https://open.spotify.com/");
        });
        assertThat(answer.path("cache_time").asInt()).isEqualTo(300);
        assertThat(answer.path("is_personal").asBoolean()).isTrue();
    }

    @Test
    void theSameIsAnsweredTheSameWithoutALook() {
        JsonNode first = asked(bot.person("Ana", "es"), "Melancólica  y SOLA");

        JsonNode second = asked(bot.person("Eva", "es"), "melancólica y sola");

        assertThat(second.path("results")).isEqualTo(first.path("results"));
    }

    @Test
    void wishesCountHereToo() {
        assertThat(results(asked(bot.person("Eve", "en"), "happy, 3 songs"))).hasSize(3);
    }

    @Test
    void aChosenSongIsInTheChatAndTheBotSaysNothingToIt() {
        Person ana = bot.person("Ana", "es");
        Person eve = bot.person("Eve", "en");
        LocalChat group = bot.telegram().group("Amigas", eve);
        String query = ana.asksInline("enamorada");
        bot.telegram().until(() -> ana.inlineResults(query).isPresent());
        JsonNode song = results(ana.inlineResults(query).orElseThrow()).getFirst();

        ana.chooses(query, song.path("id").asText(), "enamorada", group);

        bot.settle();
        assertThat(group.shown()).hasSize(1);
        Shown sent = group.shown().getFirst();
        assertThat(sent.ofBot()).isFalse();
        assertThat(sent.text()).contains(" — ").doesNotContain("enamorada");
        assertThat(sent.links()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "es, quiero morirme, No te quedes a solas con esto: háblame",
        "en, I want to die, You are not alone: talk to me"
    })
    void whoeverIsInDangerIsLedToTheHelpLines(String language, String text, String button) {
        Person person = bot.person("Ana", language);

        JsonNode answer = asked(person, text);

        assertThat(answer.path("results")).isEmpty();
        assertThat(answer.path("cache_time").asInt()).isZero();
        assertThat(answer.at("/button/text").asText()).isEqualTo(button);
        Shown lines = bot.answer(
                person, "/start " + answer.at("/button/start_parameter").asText());
        assertThat(lines.text()).contains("findahelpline.com");
    }

    @ParameterizedTest
    @CsvSource({
        "es, '', Cuéntame cómo te sientes…, ¿Cómo te sientes?", "en, '  ', Tell me how you feel…, How are you feeling?",
        "en, x, Tell me how you feel…, How are you feeling?",
                "es, xkcd qwerty, Cuéntame cómo te sientes…, ¿Cómo te sientes?"
    })
    void whoSaysNothingIsInvitedTo(String language, String text, String button, String greeting) {
        Person person = bot.person("Ana", language);

        JsonNode answer = asked(person, text);

        assertThat(answer.path("results")).isEmpty();
        assertThat(answer.at("/button/text").asText()).isEqualTo(button);
        Shown hello = bot.answer(
                person, "/start " + answer.at("/button/start_parameter").asText());
        assertThat(hello.text()).contains(greeting);
    }

    @Test
    void nothingIsRememberedOfWhoAsksInOtherChats() {
        Person ana = bot.person("Ana", "es");
        asked(ana, "contenta y feliz");

        assertThat(bot.answer(ana, "/olvidar").text()).contains("No había nada que borrar");
    }

    @Test
    void ofWhoTypesOnOnlyTheLastQueryIsAnswered() {
        Person eve = bot.person("Eve", "en");
        long before = bot.telegram().unanswered();

        List<String> queries = List.of("so", "so h", "so hap", "so happy").stream()
                .map(eve::asksInline)
                .toList();
        bot.telegram().until(() -> eve.inlineResults(queries.getLast()).isPresent());

        assertThat(results(eve.inlineResults(queries.getLast()).orElseThrow())).hasSize(10);
        bot.settle();
        assertThat(bot.telegram().unanswered() - before).isBetween(1L, 3L);
        bot.mayLeaveOpen(0); // Telegram itself asks no more for what was typed on
    }

    private static JsonNode asked(Person person, String text) {
        String query = person.asksInline(text);
        bot.telegram().until(() -> person.inlineResults(query).isPresent());
        return person.inlineResults(query).orElseThrow();
    }

    private static List<JsonNode> results(JsonNode answer) {
        return StreamSupport.stream(answer.path("results").spliterator(), false).toList();
    }
}
