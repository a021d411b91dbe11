package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Thumbs: what is said of them, shown on the page and remembered. */
@Timeout(180)
class LiveThumbsTest {
    private static final Faults.Fault SLOW = new Faults.Fault.Slow(Duration.ofMillis(500));

    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @Test
    void aThumbIsNotedShownAndTakenBack() {
        Person ana = bot.person("Ana", "es");
        Shown page = bot.answer(ana, "estoy contenta");

        JsonNode toast = bot.toast(ana.taps("👍 2"));
        assertThat(toast.path("text").asText()).startsWith("Anotado: te gusta «");
        assertThat(toast.path("show_alert").asBoolean()).isFalse();
        bot.telegram().until(() -> ana.chat().answer().reaction().equals("👍"));
        assertThat(ana.chat().answer().labels()).contains("✅ 2", "👎 2", "👍 1").doesNotContain("👍 2");
        assertThat(ana.chat().answer().text()).isEqualTo(page.text());

        toast = bot.toast(ana.taps("✅ 2"));
        assertThat(toast.path("text").asText()).startsWith("Retirado");
        bot.telegram().until(() -> ana.chat().answer().reaction().isEmpty());
        assertThat(ana.chat().answer().buttons()).isEqualTo(page.buttons());
        assertThat(ana.chat().ofBot()).hasSize(1);
    }

    @Test
    void aThumbDownIsForOneSongAlone() {
        Person eve = bot.person("Eve", "en");
        bot.answer(eve, "I am so angry");

        assertThat(bot.toast(eve.taps("👎 1")).path("text").asText())
                .startsWith("Noted: I will not give you «")
                .endsWith(" again.");

        bot.telegram().until(() -> eve.chat().answer().reaction().equals("👎"));
        assertThat(eve.chat().answer().labels()).contains("👍 1", "✅ 1", "👎 2").doesNotContain("👎 1");
    }

    @Test
    void whatWasTappedTwiceIsNotedOnceAndAnsweredTwice() {
        Person ana = bot.person("Ana", "es");
        Shown page = bot.answer(ana, "tengo mucho miedo");
        String data = page.buttons().getFirst().getFirst().data();

        List<String> taps = List.of(ana.forges(page.id(), data), ana.forges(page.id(), data));

        taps.forEach(tap -> assertThat(bot.toast(tap).path("text").asText()).startsWith("Anotado: te gusta «"));
        bot.telegram().until(() -> ana.chat().answer().reaction().equals("👍"));
        bot.settle();
        assertThat(ana.chat().answer().labels()).contains("✅ 1").doesNotContain("👍 1");
        assertThat(ana.chat().ofBot()).hasSize(1);
    }

    @Test
    void thumbsOnSeveralSongsInQuickSuccessionAreAllShown() {
        Person eve = bot.person("Eve", "en");
        bot.answer(eve, "I am so proud of myself");
        bot.telegram().faults().next("editMessageReplyMarkup", SLOW);

        List.of("👍 1", "👎 2", "👍 4").forEach(eve::taps);

        bot.telegram().until(() -> eve.chat().answer().edits() == 3);
        assertThat(eve.chat().answer().labels()).contains("✅ 1", "✅ 2", "✅ 4", "More");
        assertThat(eve.chat().answer().labels()).doesNotContain("👍 1", "👎 2", "👍 4");
    }

    @Test
    void aThumbOnSongsThatAreJustReplacedLeavesTheNewOnesTheirButtons() {
        Person ana = bot.person("Ana", "es");
        Shown page = bot.answer(ana, "estoy nerviosa");
        bot.telegram().faults().next("editMessageText", SLOW);

        ana.taps("Más");
        String thumb = ana.taps("👍 1");

        assertThat(bot.toast(thumb).path("text").asText()).startsWith("Anotado");
        bot.telegram().until(() -> ana.chat().answer().edits() == 1);
        bot.settle();
        Shown more = ana.chat().answer();
        assertThat(more.links()).doesNotContainAnyElementsOf(page.links());
        assertThat(data(more))
                .hasSizeGreaterThan(15)
                .doesNotContainAnyElementsOf(data(page).subList(0, 15));
        assertThat(more.labels()).contains("👍 1").doesNotContain("✅ 1");
    }

    @Test
    void moreTappedTwiceTurnsTheSamePage() {
        Person eve = bot.person("Eve", "en");
        Shown page = bot.answer(eve, "I am in love");
        String more = page.buttons().stream()
                .flatMap(List::stream)
                .filter(button -> button.label().equals("More"))
                .findFirst()
                .orElseThrow()
                .data();

        bot.toast(eve.forges(page.id(), more));
        bot.toast(eve.forges(page.id(), more));

        bot.telegram().until(() -> eve.chat().answer().edits() == 2);
        assertThat(eve.chat().ofBot()).hasSize(1);
        assertThat(eve.chat().answer().links()).hasSize(5).doesNotContainAnyElementsOf(page.links());
    }

    @Test
    void aPageInAGroupShowsNobodysThumbs() {
        Person ana = bot.person("Ana", "es");
        Person eve = bot.person("Eve", "en");
        LocalChat group = bot.telegram().supergroup("Amigas", ana);
        Shown page = bot.next(group, () -> ana.in(group).mentions("estoy contenta"));

        assertThat(bot.toast(ana.in(group).taps("👍 1")).path("text").asText()).startsWith("Anotado");
        assertThat(bot.toast(eve.in(group).taps("👎 1")).path("text").asText()).startsWith("Noted");

        bot.settle();
        assertThat(group.ofBot()).containsExactly(page);
    }

    private static List<String> data(Shown page) {
        return page.buttons().stream()
                .flatMap(List::stream)
                .map(Shown.Button::data)
                .toList();
    }
}
