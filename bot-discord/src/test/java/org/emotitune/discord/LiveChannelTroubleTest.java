package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.dv8tion.jda.api.Permission;
import org.emotitune.discord.testing.Faults;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.LocalServer;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the bot may not do all that it does, and what is gone before it is answered. */
@Timeout(180)
class LiveChannelTroubleTest {
    private static final String UNANSWERED =
            "A message could not be answered: the bot may not write there, nor to its author.";

    private static final Faults.Fault SLOW = Faults.slow(Duration.ofSeconds(1));

    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    private Person ana;
    private LocalServer server;
    private LocalChannel music;

    @BeforeEach
    void openAServer() {
        ana = bot.ana();
        server = bot.discord().server("Amigas", ana);
        music = server.channel("música");
    }

    /** Waits until the bot knows of what has changed: it hears that in the order in which it happens. */
    private void deny(Permission permission) {
        music.deniesBot(permission);
        bot.settle();
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"MESSAGE_SEND", "MESSAGE_EMBED_LINKS"})
    void whatMayNotBeShownThereComesAsADirectMessage(Permission missing) {
        deny(missing);

        LocalMessage page = bot.next(ana.directChannel(), () -> ana.in(music).mentions("estoy triste"));

        assertThat(page.embeds()).hasSize(5);
        assertThat(music.ofBot()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"VIEW_CHANNEL", "MESSAGE_SEND", "MESSAGE_EMBED_LINKS", "MESSAGE_HISTORY"})
    void commandsNeedNoPermissions(Permission missing) {
        deny(missing);

        assertThat(bot.recommends(ana, music, "estoy triste").embeds()).hasSize(5);
    }

    @Test
    void withoutTheHistoryNothingIsQuoted() {
        deny(Permission.MESSAGE_HISTORY);

        LocalMessage page = bot.next(music, () -> ana.in(music).mentions("estoy triste"));

        assertThat(page.embeds()).hasSize(5);
        assertThat(page.repliesTo()).isEmpty();
    }

    @Test
    void whoCanBeAnsweredNowhereIsCountedAndTheLogTells() {
        ana.takesMessages(false);
        deny(Permission.MESSAGE_SEND);
        bot.mayComplain();

        ana.in(music).mentions("estoy triste");
        bot.discord().until(() -> bot.complaints().contains(UNANSWERED));

        assertThat(bot.complaints()).containsExactly(UNANSWERED);
        assertThat(music.ofBot()).isEmpty();
    }

    @Test
    void helpThatCanBeShownNowhereIsAnErrorInTheLog() {
        ana.takesMessages(false);
        deny(Permission.MESSAGE_SEND);
        bot.mayComplain();

        ana.in(music).mentions("quiero morirme");
        bot.discord().until(() -> !bot.complaints().isEmpty());

        assertThat(bot.complaints()).containsExactly("Help lines could not be shown to somebody who may be in danger.");
    }

    @Test
    void aMessageThatIsGoneIsAnsweredWithoutAQuote() {
        LocalMessage page = bot.next(music, () -> {
            LocalMessage said = asksAndIsAboutToBeAnswered();
            ana.in(music).deletes(said);
        });

        assertThat(page.embeds()).hasSize(5);
        assertThat(page.repliesTo()).isEmpty();
    }

    @Test
    void whereTheChannelIsGoneTheAnswerComesAsADirectMessage() {
        LocalMessage page = bot.next(ana.directChannel(), () -> {
            asksAndIsAboutToBeAnswered();
            music.delete();
        });

        assertThat(page.embeds()).hasSize(5);
    }

    private LocalMessage asksAndIsAboutToBeAnswered() {
        Faults faults = bot.discord().faults();
        faults.next(Route.SEND, SLOW);
        String slow = Route.SEND + " " + SLOW;
        int before = faults.happened().getOrDefault(slow, 0);
        LocalMessage said = ana.in(music).mentions("estoy triste");
        bot.discord().until(() -> faults.happened().getOrDefault(slow, 0) > before);
        return said;
    }

    @Test
    void aPageThatIsGoneTurnsNoMore() {
        LocalMessage page = bot.next(music, () -> ana.in(music).mentions("estoy triste"));
        bot.discord().faults().next(Route.CALLBACK, Faults.refused(404, 10_008, "Unknown Message"));
        bot.mayLeaveOpen(1);

        LocalMessage other = bot.next(music, () -> ana.in(music).taps(page, "Más"));

        assertThat(other.embeds()).hasSize(5);
        assertThat(other.id()).isNotEqualTo(page.id());
    }

    @Test
    void commandsWorkInAPrivateThreadThatTheBotIsNotIn() {
        LocalChannel thread = server.privateThread(music, "secreto", ana);

        LocalMessage page = bot.recommends(ana, thread, "estoy triste");
        bot.edited(page, () -> ana.in(thread).taps(page, "Más"));

        assertThat(page.embeds()).hasSize(5);
    }

    @Test
    void aPageOfAServerThatTheBotHasLeftStillTurns() {
        LocalMessage page = bot.recommends(ana, music, "estoy triste");
        server.botLeaves();
        bot.settle();

        bot.edited(page, () -> ana.in(music).taps(page, "Más"));

        assertThat(page.embeds()).hasSize(5);
    }
}
