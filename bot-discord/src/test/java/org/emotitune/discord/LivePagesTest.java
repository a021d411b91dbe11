package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages of songs, and the ways on from them. */
@Timeout(180)
class LivePagesTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @Test
    void moreComesInItsPlaceWithOtherSongs() {
        Person ana = bot.ana();
        LocalChannel music = bot.channel(ana);
        LocalMessage page = bot.recommends(ana, music, "estoy triste y llueve");
        List<String> first = LiveBot.titles(page);

        List<String> second =
                LiveBot.titles(bot.edited(page, () -> ana.in(music).taps(page, "Más")));
        List<String> third = LiveBot.titles(bot.edited(page, () -> ana.in(music).taps(page, "Más")));

        assertThat(second).hasSize(5);
        assertThat(bare(second)).doesNotContainAnyElementsOf(bare(first));
        assertThat(bare(third)).isNotEmpty().doesNotContainAnyElementsOf(bare(first));
        assertThat(bare(third)).doesNotContainAnyElementsOf(bare(second));
        assertThat(music.ofBot()).containsExactly(page);
    }

    @Test
    void otherAimsComeInItsPlaceAndLeadBack() {
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve);
        LocalMessage page = bot.recommends(eve, music, "I am so sad and lonely");
        List<String> match = page.buttons();

        bot.edited(page, () -> eve.in(music).taps(page, "Lift me"));
        assertThat(page.content()).contains("Step by step towards a brighter mood");
        assertThat(page.buttons()).contains("Another way", "Match my mood");
        bot.edited(page, () -> eve.in(music).taps(page, "Match my mood"));

        assertThat(page.content()).contains("Songs that feel the same").doesNotContain("Step by step");
        assertThat(own(page.buttons())).containsAll(own(match));
        assertThat(music.ofBot()).containsExactly(page);
    }

    @Test
    void whoeverIsFuriousIsCalmedInTheSamePlace() {
        Person ana = bot.ana();
        LocalMessage page = bot.recommends(ana, bot.channel(ana), "estoy furiosa, qué rabia me da mi jefe");

        bot.edited(page, () -> ana.in(page.channel()).taps(page, "Cálmame"));

        assertThat(page.content()).contains("Paso a paso hacia la calma");
    }

    @Test
    void aWishIsTakenAwayInThePlaceOfThePage() {
        Person eve = bot.eve();
        LocalMessage page = bot.recommends(eve, bot.channel(eve), "I am happy, songs in Spanish from the 80s");
        assertThat(page.buttons()).contains("✕ 1980s");

        bot.edited(page, () -> eve.in(page.channel()).taps(page, "✕ 1980s"));

        assertThat(page.buttons()).doesNotContain("✕ 1980s").anyMatch(label -> label.startsWith("✕ only in"));
    }

    @Test
    void whoWasMisheardIsAskedInItsPlace() {
        Person eve = bot.eve();
        LocalMessage page = bot.recommends(eve, bot.channel(eve), "I miss my grandma so much");

        bot.edited(page, () -> eve.in(page.channel()).taps(page, "Not quite: I feel…"));
        assertThat(page.content()).startsWith("What is it instead?");
        assertThat(page.embeds()).isEmpty();
        assertThat(page.options()).isEmpty();
        bot.edited(page, () -> eve.in(page.channel()).taps(page, page.buttons().getFirst()));

        assertThat(page.embeds()).isNotEmpty();
    }

    @Test
    void aMoodIsTappedAndItsSongsTakeThePlaceOfTheQuestion() {
        Person ana = bot.ana();
        LocalChannel music = bot.channel(ana);
        LocalMessage question = bot.answer(ana.in(music).uses("animo"));
        assertThat(question.content()).startsWith("¿Cómo te sientes ahora mismo?");
        assertThat(question.buttons()).hasSize(8);

        bot.edited(question, () -> ana.in(music).taps(question, "🌙 Nostalgia"));

        assertThat(question.embeds()).hasSize(5);
        assertThat(music.ofBot()).containsExactly(question);
    }

    @Test
    void whatIsTappedTwiceIsAnsweredTwiceAndTurnsTheSamePage() {
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve);
        LocalMessage page = bot.recommends(eve, music, "I am in love");
        List<String> before = LiveBot.titles(page);

        LocalInteraction one = eve.in(music).taps(page, "More");
        LocalInteraction two = eve.in(music).taps(page, "More");
        bot.discord().until(() -> one.isAnswered() && two.isAnswered());

        assertThat(page.edits()).isEqualTo(2);
        assertThat(bare(LiveBot.titles(page))).isNotEmpty().doesNotContainAnyElementsOf(bare(before));
        assertThat(music.ofBot()).containsExactly(page);
    }

    @Test
    void whoeverElseTapsGetsAnAnswerOfTheirOwnAndThePageStays() {
        Person ana = bot.ana();
        Person eve = bot.eve();
        LocalChannel music = bot.channel(ana, eve);
        LocalMessage page = bot.recommends(ana, music, "estoy triste");
        String before = page.shown();

        LocalMessage own = bot.answer(eve.in(music).taps(page, "Más"));

        assertThat(own.isEphemeral()).isTrue();
        assertThat(own.isSeenBy(eve)).isTrue();
        assertThat(own.embeds()).isNotEmpty();
        assertThat(page.shown()).isEqualTo(before);
        assertThat(music.messages()).containsExactly(page);
        assertThat(own.buttons()).contains("More");
        bot.edited(own, () -> eve.in(music).taps(own, "More"));
        assertThat(own.embeds()).isNotEmpty();
        assertThat(music.messages()).containsExactly(page);
    }

    /** Without the numbers before them. */
    private static List<String> bare(List<String> titles) {
        return titles.stream().map(title -> title.replaceFirst("^\\d+\\. ", "")).toList();
    }

    /** Without the links to songs. */
    private static List<String> own(List<String> labels) {
        return labels.stream().filter(label -> !label.matches("\\d+\\. .*")).toList();
    }
}
