package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotitune.discord.testing.Acknowledgement;
import org.emotitune.discord.testing.Faults;
import org.emotitune.discord.testing.Faults.Fault;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that take their time, with a language model that answers when it is told to. */
@Timeout(180)
class LiveSlowTest {
    @RegisterExtension
    static final SlowBot bot = new SlowBot();

    private LocalDiscord discord;
    private SlowModel model;
    private Person ana;
    private LocalChannel music;

    @BeforeEach
    void meet() {
        discord = bot.discord();
        model = bot.model();
        ana = discord.person("Ana", "es-ES");
        music = bot.channel(ana);
    }

    private LocalInteraction asks(Map<String, ?> options) {
        return bot.asks(ana, music, options);
    }

    @Test
    void whoWaitsSeesThatTheBotThinksAndThenTheAnswerInThatPlace() {
        LocalInteraction used = asks(Map.of());

        assertThat(used.acknowledgement()).contains(Acknowledgement.DEFERRED_MESSAGE);
        assertThat(used.acknowledgedAfter().orElseThrow()).isGreaterThan(Duration.ofMillis(500));
        assertThat(used.isAnswered()).isFalse();
        model.answers();
        discord.until(used::isAnswered);

        assertThat(used.sent()).containsExactly(used.answer());
        assertThat(used.answer().embeds()).hasSize(5);
        assertThat(used.answer().buttons()).contains("Más");
        assertThat(music.ofBot()).containsExactly(used.answer());
    }

    @Test
    void whatIsPrivateIsThoughtAboutInPrivate() {
        LocalInteraction used = asks(Map.of("private", true));

        assertThat(music.ofBot()).isEmpty();
        model.answers();
        discord.until(used::isAnswered);

        assertThat(used.answer().isEphemeral()).isTrue();
        assertThat(used.answer().embeds()).hasSize(5);
        assertThat(used.sent()).hasSize(1);
    }

    @Test
    void whereTheModelFindsDangerNobodyElseSeesTheAnswer() {
        model.seesDanger(true);
        LocalInteraction used = asks(Map.of());
        assertThat(music.ofBot()).hasSize(1);

        model.answers();
        discord.until(used::isAnswered);

        assertThat(used.answer().isEphemeral()).isTrue();
        assertThat(used.answer().content()).contains("024");
        assertThat(used.answer().embeds()).isEmpty();
        assertThat(music.messages()).isEmpty();
    }

    static Stream<List<Fault>> faults() {
        return Stream.of(
                List.of(Faults.tooMany(0.2)),
                List.of(Faults.status(500)),
                List.of(Faults.status(500), Faults.status(500)),
                List.of(Faults.status(503)),
                List.of(Faults.dropped()),
                List.of(Faults.dropped(), Faults.dropped()),
                List.of(Faults.answerLost()),
                List.of(Faults.answerLost(), Faults.answerLost()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void evenIfWhatAllSeeCannotBeDeletedNobodyElseSeesIt(List<Fault> faults) {
        model.seesDanger(true);
        discord.faults().next(Route.DELETE_ANSWER, faults.toArray(Fault[]::new));
        LocalInteraction used = asks(Map.of());

        model.answers();
        discord.until(() -> ana.directChannel().ofBot().size() == 1
                || used.answers().stream().anyMatch(answer -> answer.content().contains("024")));

        assertThat(music.messages()).noneMatch(message -> message.content().contains("024"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aDeferralThatFailsKeepsNobodyFromTheAnswer(List<Fault> faults) {
        discord.faults().next(Route.CALLBACK, faults.toArray(Fault[]::new));
        bot.begins(ana, music, Map.of());
        discord.until(() -> discord.calls(Route.CALLBACK).size() >= faults.size());

        model.answers();
        discord.until(() -> music.ofBot().stream().anyMatch(page -> !page.isThinking()));

        assertThat(music.ofBot())
                .singleElement()
                .satisfies(page -> assertThat(page.embeds()).hasSize(5));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void anAnswerInItsPlaceIsShownOnce(List<Fault> faults) {
        discord.faults().next(Route.EDIT_ANSWER, faults.toArray(Fault[]::new));
        LocalInteraction used = asks(Map.of());

        model.answers();
        discord.until(() -> music.ofBot().stream().anyMatch(page -> !page.isThinking()));

        assertThat(music.ofBot().stream().filter(page -> !page.embeds().isEmpty()))
                .hasSize(1);
        assertThat(used.isAcknowledged()).isTrue();
    }

    @Test
    void whoeverIsInDangerDoesNotWaitForWhatIsThoughtAbout() {
        LocalInteraction slow = asks(Map.of());

        LocalInteraction urgent = ana.in(music).uses("recommend", Map.of("feeling", "quiero morirme"));
        discord.until(urgent::isAnswered);

        assertThat(urgent.acknowledgement()).contains(Acknowledgement.MESSAGE);
        assertThat(urgent.answer().content()).contains("024");
        assertThat(slow.isAnswered()).isFalse();
    }

    @Test
    void whoMentionsTheBotSeesThatItWrites() {
        ana.in(music).mentions("mi vecino ha vuelto a tocar la trompeta");

        discord.until(() -> music.typing() > 0);
        assertThat(music.ofBot()).isEmpty();
        model.answers();
        discord.until(() -> music.ofBot().size() == 1);

        assertThat(music.ofBot().getFirst().embeds()).hasSize(5);
    }
}
