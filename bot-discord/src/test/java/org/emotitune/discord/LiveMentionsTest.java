package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.LocalServer;
import org.emotitune.discord.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are meant for the bot, and those that are not. */
@Timeout(180)
class LiveMentionsTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    @Test
    void aMentionIsAnsweredBelowItAndNobodyIsPinged() {
        Person ana = bot.ana();
        LocalChannel music = bot.channel(ana);
        LocalMessage[] said = new LocalMessage[1];

        LocalMessage page = bot.next(music, () -> said[0] = ana.in(music).mentions("me han dado el trabajo!!!"));

        assertThat(page.repliesTo()).contains(said[0]);
        assertThat(page.pinged()).isEmpty();
        assertThat(page.content()).contains("Canciones que se sienten igual");
        assertThat(page.embeds()).hasSize(5);
        bot.edited(page, () -> ana.in(music).taps(page, "Más"));
        assertThat(music.ofBot()).containsExactly(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am so sad @everyone @here <@&1>",
                "**I am sad** ~~||`[x](https://example.org)`||~~ # > -# ```",
                "I am sad https://example.org/a.gif <#1> <:x:1> <t:1:R>"
            })
    void markupAndNamesInAMessageAreNotHandedOn(String text) {
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve);

        LocalMessage page = bot.next(music, () -> eve.in(music).mentions(text));

        assertThat(page.embeds()).hasSize(5);
        assertThat(page.pingsEveryone()).isFalse();
        assertThat(page.pinged()).isEmpty();
        assertThat(page.content()).doesNotContain("@", "<", "http");
    }

    @Test
    void theServersLanguageIsThatOfWordsThatTellNone() {
        Person ana = bot.ana();
        LocalServer server = bot.discord().serverWithoutBot("Amigas", ana);
        server.prefers("es-ES");
        server.botJoins();
        LocalChannel music = server.channel("música");

        LocalMessage question = bot.next(music, () -> ana.in(music).mentions(""));

        assertThat(question.content()).contains("toca lo más cercano");
        assertThat(question.buttons()).contains("🌧 Tristeza");
    }

    @Test
    void anAnswerToAnAnswerIsForTheBotAndWhatOthersSayIsNot() {
        Person eve = bot.eve();
        LocalChannel music = bot.channel(eve);
        LocalMessage page = bot.next(music, () -> eve.in(music).mentions("I am sad"));

        eve.in(music).says("I am not talking to you, I am so angry");
        LocalMessage other = bot.next(music, () -> eve.in(music).repliesTo(page, "now I am happy"));

        assertThat(other.content()).contains("happiness");
        assertThat(music.ofBot()).containsExactly(page, other);
    }

    @Test
    void botsAreNotAnswered() {
        Person eve = bot.eve();
        Person robot = bot.discord().otherBot("Robot");
        LocalChannel music = bot.channel(eve, robot);

        robot.in(music).mentions("I am so sad");
        bot.settle();

        assertThat(music.ofBot()).isEmpty();
    }

    @Test
    void aDirectMessageNeedsNoMention() {
        Person eve = bot.eve();

        LocalMessage page = bot.next(eve.directChannel(), () -> eve.direct().says("I am so happy"));
        bot.edited(page, () -> eve.direct().taps(page, "More"));
        LocalMessage help = bot.next(eve.directChannel(), () -> eve.direct().says("/help"));

        assertThat(page.embeds()).hasSize(5);
        assertThat(help.content()).startsWith("Tell me how you feel");
    }

    @Test
    void aThreadIsAnsweredInTheThread() {
        Person ana = bot.ana();
        LocalServer server = bot.discord().server("Amigas", ana);
        LocalChannel parent = server.channel("música");
        LocalChannel thread = server.thread(parent, "hoy");

        LocalMessage page = bot.next(thread, () -> ana.in(thread).mentions("estoy triste"));
        LocalMessage asked = bot.recommends(ana, thread, "estoy contenta");

        assertThat(page.embeds()).hasSize(5);
        assertThat(asked.embeds()).hasSize(5);
        assertThat(thread.ofBot()).containsExactly(page, asked);
        assertThat(parent.messages()).isEmpty();
    }

    @Test
    void aPrivateThreadIsAnsweredOnceTheBotIsThere() {
        Person ana = bot.ana();
        LocalServer server = bot.discord().server("Amigas", ana);
        LocalChannel parent = server.channel("música");
        LocalChannel thread = server.privateThread(parent, "secreto", ana);
        thread.addsBot();

        LocalMessage page = bot.next(thread, () -> ana.in(thread).mentions("estoy triste"));

        assertThat(page.embeds()).hasSize(5);
    }

    @Test
    void whoeverWritesALotIsAnsweredInOrder() {
        Person eve = bot.eve();
        LocalChannel alone = eve.directChannel();

        for (String text : new String[] {"/help", "I am sad", "/privacy", "I am happy"}) {
            eve.direct().says(text);
        }
        bot.discord().until(() -> alone.ofBot().size() == 4);

        assertThat(alone.ofBot())
                .extracting(LocalMessage::content)
                .satisfiesExactly(
                        help -> assertThat(help).startsWith("Tell me how you feel"),
                        sad -> assertThat(sad).startsWith("I hear: sadness"),
                        privacy -> assertThat(privacy).startsWith("What you write"),
                        happy -> assertThat(happy).startsWith("I hear: happiness"));
        assertThat(alone.ofBot()).allMatch(answer -> answer.pinged().isEmpty());
    }
}
