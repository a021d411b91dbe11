package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Menus below songs: thumbs, and songs like one of them. */
@Timeout(180)
class LiveMenusTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @Test
    void aThumbIsNotedForOneAloneAndTakenBack() {
        Person ana = bot.ana();
        LocalChannel music = bot.channel(ana);
        LocalMessage page = bot.recommends(ana, music, "estoy contenta");
        String before = page.shown();

        LocalMessage noted = bot.answer(ana.in(music).chooses(page, "", option(page, "👍 · 2. ")));

        assertThat(noted.isEphemeral()).isTrue();
        assertThat(noted.content()).startsWith("Anotado: te gusta «");
        assertThat(noted.buttons()).containsExactly("👎", "Retirarlo");
        LocalInteraction back = ana.in(music).taps(noted, "Retirarlo");
        bot.edited(noted, () -> {});
        assertThat(noted.content()).startsWith("Retirado: no tengo opinión tuya sobre «");
        assertThat(back.sent()).isEmpty();
        assertThat(page.shown()).isEqualTo(before);
        assertThat(music.messages()).containsExactly(page);
    }

    @Test
    void aThumbDownIsRemembered() {
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve);
        LocalMessage page = bot.recommends(eve, music, "I am so angry");
        String disliked = bare(LiveBot.titles(page)).getFirst();

        LocalMessage noted = bot.answer(eve.in(music).chooses(page, "", option(page, "👎 · 1. ")));

        assertThat(noted.content()).startsWith("Noted: I will not give you «").endsWith(" again.");
        bot.answer(eve.in(music).uses("forget"));
        LocalMessage again = bot.recommends(eve, music, "I am so angry");
        assertThat(bare(LiveBot.titles(again))).contains(disliked);
    }

    @Test
    void aThumbBelowSomebodyElsesPageIsOnesOwn() {
        Person ana = bot.ana();
        Person eve = bot.eve();
        LocalChannel music = bot.channel(ana, eve);
        LocalMessage page = bot.recommends(ana, music, "estoy contenta");

        LocalMessage noted = bot.answer(eve.in(music).chooses(page, "", option(page, "👎 · 1. ")));

        assertThat(noted.isEphemeral()).isTrue();
        assertThat(noted.content()).startsWith("Noted: I will not give you «");
        assertThat(music.messages()).containsExactly(page);
    }

    @Test
    void moreLikeOneSongComesAsANewMessageForAllWhoSeeThePage() {
        Person ana = bot.ana();
        Person eve = bot.eve();
        LocalChannel music = bot.channel(ana, eve);
        LocalMessage page = bot.recommends(ana, music, "echo de menos a mi abuela");
        String before = page.shown();

        LocalMessage like = bot.answer(ana.in(music).chooses(page, "", option(page, "Más como esta · 2. ")));
        LocalMessage others = bot.answer(eve.in(music).chooses(page, "", option(page, "Más como esta · 3. ")));

        assertThat(like.content()).startsWith("Como «");
        assertThat(like.embeds()).isNotEmpty();
        assertThat(others.isEphemeral()).isTrue();
        assertThat(others.content()).startsWith("Like «");
        assertThat(page.shown()).isEqualTo(before);
        assertThat(music.messages()).containsExactly(page, like);
    }

    @Test
    void songsLikeOneOfAPrivatePageArePrivate() {
        Person ana = bot.ana();
        LocalChannel music = bot.channel(ana);
        LocalMessage page = bot.answer(ana.in(music).uses("recommend", Map.of("feeling", "triste", "private", true)));

        LocalMessage like = bot.answer(ana.in(music).chooses(page, "", option(page, "Más como esta · 1. ")));

        assertThat(like.isEphemeral()).isTrue();
        assertThat(like.embeds()).isNotEmpty();
        assertThat(music.messages()).isEmpty();
    }

    private static String option(LocalMessage page, String begin) {
        return page.options().stream()
                .filter(option -> option.startsWith(begin))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no option " + begin + " in " + page.options()));
    }

    /** Without the numbers before them. */
    private static List<String> bare(List<String> titles) {
        return titles.stream().map(title -> title.replaceFirst("^\\d+\\. ", "")).toList();
    }
}
