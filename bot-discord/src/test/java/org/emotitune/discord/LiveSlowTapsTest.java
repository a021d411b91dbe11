package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotitune.discord.testing.Acknowledgement;
import org.emotitune.discord.testing.Faults;
import org.emotitune.discord.testing.Faults.Fault;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Taps of somebody whose message is still thought about: one after another, so they wait. */
@Timeout(180)
class LiveSlowTapsTest {
    @RegisterExtension
    static final SlowBot bot = new SlowBot();

    private LocalDiscord discord;
    private Person ana;
    private Person eve;
    private LocalChannel music;
    private LocalMessage page;

    @BeforeEach
    void turnAPageAndAsk() {
        discord = bot.discord();
        ana = discord.person("Ana", "es-ES");
        eve = discord.person("Eve", "en-US");
        music = bot.channel(ana, eve);
        page = page(Map.of());
        bot.begins(ana, bot.channel(ana), Map.of());
    }

    private LocalMessage page(Map<String, ?> options) {
        bot.model().answers();
        LocalInteraction used = bot.begins(ana, music, options);
        discord.until(used::isAnswered);
        bot.model().thinks();
        return used.answer();
    }

    private LocalInteraction waiting(LocalInteraction tap) {
        discord.until(tap::isAcknowledged);
        assertThat(tap.acknowledgement()).contains(Acknowledgement.DEFERRED_EDIT);
        assertThat(tap.isAnswered()).isFalse();
        return tap;
    }

    private void answered(LocalInteraction tap) {
        bot.model().answers();
        discord.until(tap::isAnswered);
    }

    private LocalInteraction chooses(String begin) {
        String label = page.options().stream()
                .filter(option -> option.startsWith(begin))
                .findFirst()
                .orElseThrow();
        return ana.in(music).chooses(page, "", label);
    }

    @Test
    void aPageIsTurnedWhenTheAnswerIsThere() {
        List<String> before = LiveBot.titles(page);
        LocalInteraction tap = waiting(ana.in(music).taps(page, "Más"));
        assertThat(LiveBot.titles(page)).isEqualTo(before);

        answered(tap);

        assertThat(page.edits()).isEqualTo(1);
        assertThat(LiveBot.titles(page)).isNotEmpty().isNotEqualTo(before);
        assertThat(tap.sent()).isEmpty();
        assertThat(music.ofBot()).containsExactly(page);
    }

    @Test
    void aThumbIsNotedForOneAlone() {
        String before = page.shown();
        LocalInteraction tap = waiting(chooses("👍 · 1. "));

        answered(tap);

        assertThat(tap.answer().isEphemeral()).isTrue();
        assertThat(tap.answer().content()).startsWith("Anotado");
        assertThat(page.shown()).isEqualTo(before);
        assertThat(music.messages()).containsExactly(page);
    }

    @Test
    void whatSomebodyElseTapsDoesNotWait() {
        LocalInteraction tap = eve.in(music).taps(page, "Más");
        discord.until(tap::isAnswered);

        assertThat(tap.answer().isEphemeral()).isTrue();
    }

    static Stream<Fault> faults() {
        return Stream.of(
                Faults.tooMany(0.2), Faults.status(500), Faults.status(503), Faults.dropped(), Faults.answerLost());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void songsLikeOneAreNeverShownTwice(Fault fault) {
        LocalInteraction tap = waiting(chooses("Más como esta · 1. "));
        discord.faults().next(Route.FOLLOW_UP, fault);

        bot.model().answers();
        discord.until(() -> tap.isAnswered() || !bot.warnings().lines().isEmpty());

        assertThat(tap.sent()).hasSizeLessThanOrEqualTo(1).noneMatch(LocalMessage::isEphemeral);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aDeferralThatFailsKeepsNobodyFromTheNextPage(Fault fault) {
        discord.faults().next(Route.CALLBACK, fault);

        LocalInteraction tap = waiting(ana.in(music).taps(page, "Más"));
        answered(tap);

        assertThat(page.edits()).isEqualTo(1);
        assertThat(music.ofBot()).containsExactly(page);
    }
}
