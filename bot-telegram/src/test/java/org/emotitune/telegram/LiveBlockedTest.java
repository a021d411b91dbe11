package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People who block the bot: nothing of them is kept. */
@Timeout(180)
class LiveBlockedTest {
    private static final String A_SONG = "\"songsGiven\" : [ {";

    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @Test
    void whoBlocksTheBotIsForgotten() {
        Person ana = bot.person("Ana", "es");
        bot.answer(ana, "estoy muy contenta");
        bot.toast(ana.taps("👍 1"));
        assertThat(kept(ana)).contains(A_SONG);

        ana.blocksTheBot();
        bot.settle();
        ana.unblocksTheBot();

        assertThat(kept(ana)).doesNotContain(A_SONG);
        assertThat(bot.answer(ana, "/olvidar").text()).contains("No había nada que borrar");
        assertThat(bot.answer(ana, "estoy triste").links()).hasSize(5);
    }

    @Test
    void whoCannotBeWrittenToIsForgotten() {
        Person eve = bot.person("Eve", "en");
        bot.answer(eve, "I am so happy");
        assertThat(kept(eve)).contains(A_SONG);
        bot.telegram()
                .faults()
                .next("sendMessage", new Faults.Fault.Refused(403, "Forbidden: bot was blocked by the user"));

        eve.says("I am sad");
        bot.telegram()
                .until(() -> bot.telegram().faults().happened().keySet().stream()
                        .anyMatch(fault -> fault.contains("blocked")));
        bot.settle();

        assertThat(bot.answer(eve, "/forget").text()).contains("There was nothing to delete");
    }

    @Test
    void whoOnlyNeverWroteToTheBotIsNotForgotten() {
        Person ana = bot.person("Ana", "es");
        LocalChat group = bot.telegram().supergroup("Amigas", ana);
        bot.next(group, () -> ana.in(group).mentions("estoy contenta"));

        bot.next(group, () -> ana.in(group).says("/ayuda@EmotiTuneBot"));

        assertThat(kept(ana)).contains(A_SONG);
    }

    private static String kept(Person person) {
        int before = person.chat().ofBot().size();
        person.says("/export");
        bot.telegram().until(() -> person.chat().ofBot().size() == before + 2);
        return person.chat().answer().file().map(Upload::text).orElseThrow();
    }
}
