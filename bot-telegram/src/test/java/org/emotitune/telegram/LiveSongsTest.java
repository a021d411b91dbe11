package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages of songs, and the ways on from them. */
@Timeout(180)
class LiveSongsTest {
    private static final Faults.Fault GONE = new Faults.Fault.Refused(400, "Bad Request: message to edit not found");

    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @Test
    void aPageHasFiveLinkedTitlesInOneMessageWithThePreviewOfTheFirst() {
        Shown page = bot.answer(bot.person("Ana", "es"), "me acaba de dejar mi novio y no paro de llorar");

        assertThat(page.text())
                .contains("Canciones que se sienten igual", "1. ", "5. ")
                .doesNotContain("6. ", "<");
        assertThat(page.links()).hasSize(5).allMatch(link -> link.startsWith("https://open.spotify.com/"));
        assertThat(page.marked("bold")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(page.preview().path("url").asText()).isEqualTo(page.links().getFirst());
        assertThat(page.replyTo()).as("quoted in private").isZero();
    }

    @Test
    void allButtonsOfAPageFitAndItsSongsHaveARowOfEachSign() {
        Shown page = bot.answer(bot.person("Eve", "en"), "I got the job and I am so happy!");

        assertThat(page.text()).contains("Songs that feel the same");
        assertThat(page.buttons().get(0)).extracting(Shown.Button::label).containsExactly(numbered("👍"));
        assertThat(page.buttons().get(1)).extracting(Shown.Button::label).containsExactly(numbered("👎"));
        assertThat(page.buttons().get(2)).extracting(Shown.Button::label).containsExactly(numbered("≈"));
        assertThat(page.labels()).contains("More", "Not quite: I feel…");
        assertThat(data(page)).doesNotHaveDuplicates().allMatch(data -> bytes(data) >= 1 && bytes(data) <= 64);
    }

    @Test
    void moreComesInItsPlaceWithOtherSongs() {
        Person ana = bot.person("Ana", "es");
        Shown first = bot.answer(ana, "estoy triste y llueve");

        Shown second = bot.edited(ana.chat(), () -> ana.taps("Más"));
        Shown third = bot.edited(ana.chat(), () -> ana.taps("Más"));

        assertThat(second.links()).hasSize(5).doesNotContainAnyElementsOf(first.links());
        assertThat(third.links()).isNotEmpty().doesNotContainAnyElementsOf(first.links());
        assertThat(third.links()).doesNotContainAnyElementsOf(second.links());
        assertThat(second.preview().path("url").asText())
                .isEqualTo(second.links().getFirst());
        assertThat(ana.chat().ofBot()).hasSize(1);
    }

    @Test
    void otherAimsComeInItsPlaceAndLeadBack() {
        Person eve = bot.person("Eve", "en");
        Shown match = bot.answer(eve, "I am so sad and lonely");

        Shown lift = bot.edited(eve.chat(), () -> eve.taps("Lift me"));
        assertThat(lift.text()).contains("Step by step towards a brighter mood", "step 1 of");
        assertThat(lift.labels()).contains("Another way", "Match my mood");
        Shown other = bot.edited(eve.chat(), () -> eve.taps("Another way"));
        assertThat(other.text()).contains("step 1 of").isNotEqualTo(lift.text());
        Shown back = bot.edited(eve.chat(), () -> eve.taps("Match my mood"));

        assertThat(back.text()).contains("Songs that feel the same").doesNotContain("step 1");
        assertThat(back.labels()).containsAll(match.labels());
        assertThat(eve.chat().ofBot()).hasSize(1);
    }

    @Test
    void whoIsAngryIsCalmedInTheSamePlace() {
        Person ana = bot.person("Ana", "es");
        bot.answer(ana, "estoy furiosa, qué rabia me da mi jefe");

        Shown calm = bot.edited(ana.chat(), () -> ana.taps("Cálmame"));

        assertThat(calm.text()).contains("Paso a paso hacia la calma", "paso 1 de");
        assertThat(calm.links()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aWishIsTakenAwayInThePlaceOfThePage() {
        Person eve = bot.person("Eve", "en");
        Shown wished = bot.answer(eve, "I am happy, songs in Spanish from the 80s");
        List<String> wishes =
                wished.labels().stream().filter(label -> label.startsWith("✕")).toList();
        assertThat(wishes).contains("✕ 1980s").hasSize(2);

        Shown without = bot.edited(eve.chat(), () -> eve.taps("✕ 1980s"));

        assertThat(without.labels())
                .doesNotContain("✕ 1980s")
                .contains(wishes.stream()
                        .filter(label -> !label.equals("✕ 1980s"))
                        .toList()
                        .getFirst());
        assertThat(without.links()).isNotEqualTo(wished.links());
    }

    @Test
    void moreLikeOneSongComesAsANewMessageAndThePageStays() {
        Person ana = bot.person("Ana", "es");
        Shown page = bot.answer(ana, "echo de menos a mi abuela");

        Shown like = bot.next(ana.chat(), () -> ana.taps("≈ 2"));

        assertThat(like.text()).startsWith("Como «");
        assertThat(like.links()).isNotEmpty().doesNotContain(page.links().get(1));
        assertThat(shown(ana.chat(), page.id())).isEqualTo(page);
    }

    @Test
    void whoWasMisheardIsAskedAndTheirAnswerIsANewPage() {
        Person eve = bot.person("Eve", "en");
        bot.answer(eve, "I miss my grandma so much");

        Shown question = bot.next(eve.chat(), () -> eve.taps("Not quite: I feel…"));
        assertThat(question.text()).startsWith("What is it instead?");
        assertThat(question.labels()).isNotEmpty();
        Shown byTap = bot.next(eve.chat(), () -> eve.taps(question.labels().getFirst()));
        Shown inAWord = bot.answer(eve, "gratitude");

        assertThat(byTap.links()).isNotEmpty();
        assertThat(inAWord.links()).isNotEmpty();
        assertThat(shown(eve.chat(), question.id())).isEqualTo(question);
    }

    @Test
    void aMoodTappedBelowAQuestionComesAsANewMessage() {
        Person ana = bot.person("Ana", "es");
        Shown question = bot.answer(ana, "xkcd qwerty");
        assertThat(question.text()).startsWith("No he pillado qué sientes");

        Shown page = bot.next(ana.chat(), () -> ana.taps("🌙 Nostalgia"));

        assertThat(page.links()).hasSize(5);
        assertThat(shown(ana.chat(), question.id())).isEqualTo(question);
    }

    @Test
    void aPageIsStillGoodWhenItsMessageIsGone() {
        Person eve = bot.person("Eve", "en");
        Shown page = bot.answer(eve, "I feel calm and peaceful");
        bot.telegram().faults().next("editMessageText", GONE);

        Shown more = bot.next(eve.chat(), () -> eve.taps("More"));

        assertThat(more.id()).isGreaterThan(page.id());
        assertThat(more.links()).hasSize(5).doesNotContainAnyElementsOf(page.links());
    }

    private static Shown shown(LocalChat chat, int id) {
        return chat.shown().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    private static String[] numbered(String sign) {
        return new String[] {sign + " 1", sign + " 2", sign + " 3", sign + " 4", sign + " 5"};
    }

    private static List<String> data(Shown page) {
        return page.buttons().stream()
                .flatMap(List::stream)
                .map(Shown.Button::data)
                .toList();
    }

    private static int bytes(String data) {
        return data.getBytes(StandardCharsets.UTF_8).length;
    }
}
