package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taps that should not be: each is answered, and none does anything. */
@Timeout(180)
class LiveForgedTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "more",
                "t.0.",
                "t.0.-",
                "t.zzzzzzzzzzzzzzzz.more",
                "c.0.",
                "c.0.1",
                "z.1.a",
                "T.1.a",
                "t.1.🔥",
                "🔥🔥🔥",
                "'; drop table people; --",
                "t.1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void aForgedTapIsToldAloneThatThereIsNoSuchButton(String id) {
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve);
        LocalMessage page = bot.recommends(eve, music, "I am happy");
        String before = page.shown();

        LocalMessage answer = bot.answer(eve.in(music).tapsCode(page, id));

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.content()).containsAnyOf("I do not know that button", "too old by now");
        assertThat(page.shown()).isEqualTo(before);
        assertThat(music.messages()).containsExactly(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"g.0.", "g.0.x", "g.1z.x", "g.3w5e11264sgsf.x"})
    void aForgedTapOnNoRoundIsToldThatItIsOver(String id) {
        Person ana = bot.ana();
        LocalChannel music = bot.channel(ana);
        LocalMessage page = bot.recommends(ana, music, "estoy contenta");

        LocalMessage answer = bot.answer(ana.in(music).tapsCode(page, id));

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.content()).startsWith("Esta ronda ya ha terminado");
    }

    /** Its signature is another one's, or it was never signed. */
    @Test
    void aChangedTapIsNoTap() {
        Person ana = bot.ana();
        LocalChannel music = bot.channel(ana);
        LocalMessage page = bot.recommends(ana, music, "estoy contenta");
        String id = more(page);
        char last = id.charAt(id.length() - 2);

        LocalMessage answer = bot.answer(ana.in(music)
                .tapsCode(
                        page,
                        id.substring(0, id.length() - 2) + (last == 'A' ? 'B' : 'A') + id.substring(id.length() - 1)));

        assertThat(answer.content()).containsAnyOf("No conozco ese botón", "demasiado viejo");
        assertThat(answer.isEphemeral()).isTrue();
    }

    @Test
    void somebodyElsesNameOnATapTurnsNobodysPage() {
        Person ana = bot.ana();
        Person eve = bot.eve();
        LocalChannel music = bot.channel(ana, eve);
        LocalMessage page = bot.recommends(ana, music, "estoy contenta");
        String before = page.shown();
        String others = new CustomId(
                        CustomId.Kind.TAP,
                        1,
                        CustomId.of(more(page)).orElseThrow().action())
                .text();

        LocalMessage answer = bot.answer(ana.in(music).tapsCode(page, others));

        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.embeds()).isNotEmpty();
        assertThat(page.shown()).isEqualTo(before);
    }

    private static String more(LocalMessage page) {
        return page.json().findValuesAsText("custom_id").stream()
                .filter(id -> id.startsWith("t."))
                .findFirst()
                .orElseThrow();
    }
}
