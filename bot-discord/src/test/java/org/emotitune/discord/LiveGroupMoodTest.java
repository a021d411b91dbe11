package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Several people tap their moods in one message; the minute is the test's. */
@Timeout(180)
class LiveGroupMoodTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    private Person ana;
    private Person eve;
    private Person bob;
    private LocalChannel music;

    @BeforeEach
    void meet() {
        ana = bot.ana();
        eve = bot.eve();
        bob = bot.discord().person("Bob", "en-GB");
        music = bot.channel(ana, eve, bob);
    }

    private void tapped(LocalMessage round, Person person, String label) {
        bot.edited(round, () -> person.in(music).taps(round, label));
    }

    private LocalMessage end() {
        return bot.next(music, bot::endRounds);
    }

    @Test
    void theSongsFitAllWhoTapped() {
        LocalMessage round = bot.answer(ana.in(music).uses("animo-grupal"));
        assertThat(round.isEphemeral()).isFalse();
        assertThat(round.content()).contains("¿Cómo está el grupo?", "<t:", "Todavía no ha tocado nadie.");

        tapped(round, ana, "😊 Alegría");
        tapped(round, eve, "😊 Alegría · 1");
        tapped(round, bob, "🌿 Calma");
        assertThat(round.buttons()).contains("😊 Alegría · 2", "🌿 Calma · 1").hasSize(8);
        assertThat(round.content()).contains("Han tocado 3 personas.").doesNotContain("Ana", "Eve", "Bob");
        LocalMessage songs = end();

        assertThat(round.content()).isEqualTo("Han tocado 3 personas. La ronda ha terminado. ¡Gracias!");
        assertThat(round.buttons()).isEmpty();
        assertThat(songs.content()).contains("Han tocado 3 personas", "Canciones que encajan con el grupo entero");
        assertThat(songs.embeds()).isNotEmpty();
        assertThat(songs.isEphemeral()).isFalse();
        assertThat(music.ofBot()).containsExactly(round, songs);
    }

    @Test
    void theLastTapOfAPersonCounts() {
        LocalMessage round = bot.answer(eve.in(music).uses("groupmood"));

        tapped(round, eve, "😊 Happy");
        tapped(round, eve, "🌧 Sad");
        assertThat(round.buttons()).contains("😊 Happy", "🌧 Sad · 1");
        assertThat(round.content()).contains("1 person has tapped.");
        LocalMessage songs = end();

        assertThat(songs.content()).contains("One person has tapped: ").contains("Sad");
    }

    @Test
    void thumbsBelowTheSongsAreForWhoeverTaps() {
        LocalMessage round = bot.answer(eve.in(music).uses("groupmood"));
        tapped(round, bob, "😊 Happy");
        LocalMessage songs = end();

        LocalMessage noted =
                bot.answer(bob.in(music).chooses(songs, "", songs.options().getFirst()));

        assertThat(noted.isEphemeral()).isTrue();
        assertThat(noted.content()).startsWith("Noted: you like «");
    }

    @Test
    void whoTapsAfterTheEndIsToldSoAlone() {
        LocalMessage round = bot.answer(eve.in(music).uses("groupmood"));
        String button = round.json().findValuesAsText("custom_id").getFirst();
        LocalMessage end = end();
        assertThat(end.content()).isEqualTo("Nobody has tapped, so there are no songs this time.");

        LocalMessage told = bot.answer(ana.in(music).tapsCode(round, button));

        assertThat(told.isEphemeral()).isTrue();
        assertThat(told.content()).startsWith("Esta ronda ya ha terminado");
        assertThat(music.ofBot()).containsExactly(round, end);
    }

    @Test
    void thereIsOneRoundAtATime() {
        LocalMessage round = bot.answer(eve.in(music).uses("groupmood"));

        LocalMessage refused = bot.answer(ana.in(music).uses("animo-grupal"));
        end();
        LocalMessage next = bot.answer(ana.in(music).uses("animo-grupal"));
        end();

        assertThat(refused.isEphemeral()).isTrue();
        assertThat(refused.content()).startsWith("Las rondas van de una en una");
        assertThat(next.id()).isNotEqualTo(round.id());
    }

    @Test
    void aRoundThatCouldNotBeShownIsForgotten() {
        bot.discord().faults().next(Route.CALLBACK, Faults.refused(404, 10_062, "Unknown interaction"));
        bot.mayLeaveOpen(1);
        bot.mayComplain();
        LocalInteraction lost = eve.in(music).uses("groupmood");
        bot.discord().until(() -> !bot.discord().faults().happened().isEmpty());
        bot.settle();

        LocalMessage round = bot.answer(eve.in(music).uses("groupmood"));
        tapped(round, ana, "😊 Happy");
        LocalMessage songs = end();

        assertThat(lost.isAcknowledged()).isFalse();
        assertThat(music.ofBot()).containsExactly(round, songs);
    }

    @ParameterizedTest
    @MethodSource("org.emotitune.discord.LiveFaultsTest#faults")
    void itsEndIsShownOnceWhateverFails(Fault fault) {
        LocalMessage round = bot.answer(eve.in(music).uses("groupmood"));
        tapped(round, ana, "😊 Happy");
        bot.mayComplain();
        bot.discord().faults().next(Route.EDIT_ANSWER, fault);

        LocalMessage songs = end();

        assertThat(songs.embeds()).isNotEmpty();
        assertThat(music.ofBot()).containsExactly(round, songs);
    }

    @ParameterizedTest
    @MethodSource("org.emotitune.discord.LiveFaultsTest#faults")
    void itsSongsAreNeverShownTwice(Fault fault) {
        LocalMessage round = bot.answer(eve.in(music).uses("groupmood"));
        tapped(round, ana, "😊 Happy");
        bot.mayComplain();
        bot.discord().faults().next(Route.FOLLOW_UP, fault);

        bot.endRounds();

        assertThat(round.buttons()).isEmpty();
        assertThat(music.ofBot()).hasSizeBetween(1, 2).startsWith(round);
    }

    @Test
    void whereTheMessageIsGoneTheSongsComeAllTheSame() {
        LocalMessage round = bot.answer(eve.in(music).uses("groupmood"));
        tapped(round, ana, "😊 Happy");
        bot.discord().faults().next(Route.EDIT_ANSWER, Faults.refused(404, 10_008, "Unknown Message"));
        bot.discord().faults().next(Route.FOLLOW_UP, Faults.refused(401, 50_027, "Invalid Webhook Token"));

        LocalMessage songs = end();

        assertThat(songs.embeds()).isNotEmpty();
        assertThat(music.ofBot()).containsExactly(round, songs);
    }
}
