package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.emotitune.discord.testing.Faults;
import org.emotitune.discord.testing.Faults.Fault;
import org.emotitune.discord.testing.LocalChannel;
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

/** Calls that fail, come late or leave it open whether they were done: what is answered is shown once. */
@Timeout(180)
class LiveFaultsTest {
    private static final Fault SLOW = Faults.slow(Duration.ofSeconds(1));
    private static final Duration TOO_LONG = LocalInteraction.TO_ACKNOWLEDGE.plusSeconds(1);

    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    private Person ana;
    private LocalChannel music;

    @BeforeEach
    void meet() {
        ana = bot.ana();
        music = bot.channel(ana);
    }

    static Stream<Fault> faults() {
        return Stream.of(
                Faults.tooMany(0.2), Faults.status(500), Faults.status(503), Faults.dropped(), Faults.answerLost());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void anAcknowledgementThatFailsOnceIsShownOnce(Fault fault) {
        bot.mayComplain();
        bot.discord().faults().next(Route.CALLBACK, fault);

        LocalInteraction used = ana.in(music).uses("recommend", Map.of("feeling", "estoy triste"));
        bot.discord().until(() -> !music.ofBot().isEmpty());
        bot.settle();

        assertThat(music.ofBot())
                .singleElement()
                .satisfies(page -> assertThat(page.embeds()).hasSize(5));
        assertThat(used.isAnswered()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsPrivateIsNotLostByAFailure(Fault fault) {
        bot.mayComplain();
        bot.discord().faults().next(Route.CALLBACK, fault);

        LocalInteraction used = ana.in(music).uses("ayuda");
        bot.discord().until(used::isAnswered);
        bot.settle();

        assertThat(used.sent()).singleElement().satisfies(help -> {
            assertThat(help.isEphemeral()).isTrue();
            assertThat(help.content()).startsWith("Cuéntame");
        });
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPageIsTurnedInSpiteOfAFailure(Fault fault) {
        bot.mayComplain();
        LocalMessage page = bot.recommends(ana, music, "estoy triste");
        List<String> before = LiveBot.titles(page);
        bot.discord().faults().next(Route.CALLBACK, fault);

        bot.edited(page, () -> ana.in(music).taps(page, "Más"));
        bot.settle();

        assertThat(LiveBot.titles(page)).hasSize(5).isNotEqualTo(before);
        assertThat(music.ofBot()).containsExactly(page);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aMessageThatFailsOnceIsShownOnce(Fault fault) {
        bot.mayComplain();
        bot.discord().faults().next(Route.SEND, fault);

        bot.next(music, () -> ana.in(music).mentions("estoy triste"));
        bot.settle();

        assertThat(music.ofBot())
                .singleElement()
                .satisfies(page -> assertThat(page.embeds()).hasSize(5));
    }

    @Test
    void helpLinesReachWhoeverIsInDangerThoughNothingCanBeAcknowledged() {
        bot.mayComplain();
        bot.mayLeaveOpen(1);
        bot.discord().faults().always(Route.CALLBACK, Faults.status(500));

        LocalMessage help = bot.next(
                ana.directChannel(), () -> ana.in(music).uses("recommend", Map.of("feeling", "quiero morirme")));

        assertThat(help.content()).contains("024");
        assertThat(music.ofBot()).isEmpty();
    }

    @Test
    void whatIsForAllComesAsANormalMessageWhereTheInteractionIsOver() {
        bot.mayLeaveOpen(1);

        LocalMessage page = bot.next(music, () -> tooLate("recommend", Map.of("feeling", "estoy triste")));

        assertThat(page.embeds()).hasSize(5);
        assertThat(music.ofBot()).containsExactly(page);
        bot.edited(page, () -> ana.in(music).taps(page, "Más"));
    }

    @Test
    void whatIsPrivateIsLeftOutThen() {
        bot.mayComplain();
        bot.mayLeaveOpen(1);

        tooLate("recommend", Map.of("feeling", "estoy triste", "private", true));

        isLeftOut();
    }

    @Test
    void soIsTheNextPageOfWhatIsPrivate() {
        LocalMessage page =
                bot.answer(ana.in(music).uses("recommend", Map.of("feeling", "estoy triste", "private", true)));
        bot.mayComplain();
        bot.mayLeaveOpen(1);

        tooLate(() -> ana.in(music).taps(page, "Más"));

        isLeftOut();
    }

    private void isLeftOut() {
        bot.discord().until(() -> !bot.complaints().isEmpty());
        assertThat(bot.complaints())
                .containsExactly("An answer came too late for Discord, or cannot be shown there (EXPIRED).");
        assertThat(music.messages()).isEmpty();
        assertThat(ana.directChannel().ofBot()).isEmpty();
    }

    @Test
    void helpLinesComeAsADirectMessageThen() {
        bot.mayLeaveOpen(1);

        LocalMessage help =
                bot.next(ana.directChannel(), () -> tooLate("recommend", Map.of("feeling", "quiero morirme")));

        assertThat(help.content()).contains("024");
        assertThat(music.ofBot()).isEmpty();
    }

    private void tooLate(String command, Map<String, ?> options) {
        tooLate(() -> ana.in(music).uses(command, options));
    }

    /** The acknowledgement is under way when the three seconds are over. */
    private void tooLate(Supplier<LocalInteraction> deed) {
        Faults faults = bot.discord().faults();
        faults.next(Route.CALLBACK, SLOW);
        String slow = Route.CALLBACK + " " + SLOW;
        int before = faults.happened().getOrDefault(slow, 0);
        LocalInteraction used = deed.get();
        bot.discord().until(() -> faults.happened().getOrDefault(slow, 0) > before);
        bot.discord().clock().advance(TOO_LONG);
        bot.discord().until(used::isExpired);
    }
}
