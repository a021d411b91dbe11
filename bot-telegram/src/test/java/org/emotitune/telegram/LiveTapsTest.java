package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taps that should not be: each is answered, and none does anything. */
@Timeout(180)
class LiveTapsTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "",
                "more",
                "a:start",
                "job:stop",
                "🔥🔥🔥",
                "'; drop table people; --",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void aForgedTapIsToldThatThereIsNoSuchButton(String data) {
        Person eve = bot.person("Eve", "en");
        Shown page = bot.answer(eve, "I am happy");

        JsonNode toast = bot.toast(eve.forges(page.id(), data));

        assertThat(toast.path("text").asText()).containsAnyOf("I do not know that button", "too old by now");
        assertThat(toast.path("show_alert").asBoolean()).isTrue();
        bot.settle();
        assertThat(eve.chat().ofBot()).containsExactly(page);
    }

    @Test
    void aChangedTapIsNoTap() {
        Person ana = bot.person("Ana", "es");
        Shown page = bot.answer(ana, "estoy contenta");
        String data = page.buttons().getFirst().getFirst().data();
        char first = data.charAt(2);
        String changed = data.substring(0, 2) + (first == 'A' ? 'B' : 'A') + data.substring(3);

        assertThat(bot.toast(ana.forges(page.id(), changed)).path("text").asText())
                .containsAnyOf("No conozco ese botón", "demasiado viejo");
        assertThat(ana.chat().ofBot()).containsExactly(page);
    }

    @Test
    void aTapOnAMessageThatTheBotCannotSeeAnyMoreIsAnswered() {
        Person ana = bot.person("Ana", "es");

        JsonNode toast = bot.toast(ana.tapsOutOfSight("whatever"));

        assertThat(toast.path("text").asText()).contains("demasiado viejo");
        assertThat(toast.path("show_alert").asBoolean()).isTrue();
        assertThat(ana.chat().ofBot()).isEmpty();
    }

    @Test
    void aTapThatWasAnsweredTooLateIsForgotten() {
        Person eve = bot.person("Eve", "en");
        bot.answer(eve, "I am happy");
        bot.mayLeaveOpen(1);
        bot.telegram()
                .faults()
                .next(
                        "answerCallbackQuery",
                        new Faults.Fault.Refused(
                                400,
                                "Bad Request: query is too old and response timeout expired or query ID is invalid"));

        bot.edited(eve.chat(), () -> eve.taps("More"));

        bot.toast(eve.taps("More")); // and the bot goes on
    }

    @Test
    void aThumbOnAMessageThatIsGoneIsNotedAllTheSame() {
        Person eve = bot.person("Eve", "en");
        Shown page = bot.answer(eve, "I am happy");

        String tap = eve.taps("👍 1");
        eve.chat().loses(page.id());

        assertThat(bot.toast(tap).path("text").asText()).startsWith("Noted");
        assertThat(bot.answer(eve, "are you there? I am so sad").links()).hasSize(5);
    }
}
