package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.LocalServer;
import org.emotitune.discord.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where only a person has brought the bot. */
@Timeout(180)
class LiveElsewhereTest {
    @RegisterExtension
    static final LiveBot bot = new LiveBot();

    private Person ana;
    private Person eve;
    private LocalServer server;
    private LocalChannel there;

    @BeforeEach
    void goWhereTheBotIsNot() {
        ana = bot.ana();
        ana.installs();
        eve = bot.eve();
        server = bot.discord().serverWithoutBot("Elsewhere", eve);
        server.joins(ana);
        there = server.channel("talk");
    }

    @Test
    void inAServerWithoutTheBotItAnswersCommandsAndTaps() {
        LocalMessage page = bot.recommends(ana, there, "estoy triste");
        bot.edited(page, () -> ana.in(there).taps(page, "Más"));
        LocalMessage others = bot.answer(eve.in(there).taps(page, "Más"));
        LocalMessage help = bot.answer(ana.in(there).uses("ayuda"));

        assertThat(page.isEphemeral()).isFalse();
        assertThat(page.embeds()).hasSize(5);
        assertThat(others.isEphemeral()).isTrue();
        assertThat(help.isEphemeral()).isTrue();
        assertThat(there.ofBot()).containsExactly(page);
    }

    @Test
    void aMessageThereIsAnsweredForWhoeverAsks() {
        LocalMessage said = eve.in(there).says("I am so sad");

        LocalMessage songs = bot.answer(ana.in(there).usesOn(said, "Canciones para este mensaje"));

        assertThat(songs.isEphemeral()).isTrue();
        assertThat(songs.embeds()).hasSize(5);
    }

    @Test
    void whereAppsFromElsewhereMayNotWriteItAnswersAlone() {
        server.permits(
                server.everyone(),
                Permission.VIEW_CHANNEL,
                Permission.MESSAGE_SEND,
                Permission.USE_APPLICATION_COMMANDS);

        LocalMessage page = bot.recommends(ana, there, "estoy triste");

        assertThat(page.embeds()).hasSize(5);
        assertThat(page.isEphemeral()).isTrue();
        assertThat(there.ofBot()).isEmpty();
    }

    @Test
    void inAGroupOfPeopleItAnswersCommandsAndTaps() {
        LocalChannel group = bot.discord().group("us", ana, eve);

        LocalMessage page = bot.recommends(ana, group, "estoy contenta");
        LocalMessage own = bot.answer(eve.in(group).taps(page, "Más"));
        bot.edited(page, () -> ana.in(group).taps(page, "Más"));
        LocalMessage danger = bot.answer(ana.in(group).uses("recommend", Map.of("feeling", "quiero morirme")));

        assertThat(own.isEphemeral()).isTrue();
        assertThat(danger.isEphemeral()).isTrue();
        assertThat(danger.content()).contains("024");
        assertThat(group.ofBot()).containsExactly(page);
    }

    @Test
    void aRoundWorksThereToo() {
        LocalChannel group = bot.discord().group("us", ana, eve);
        LocalMessage round = bot.answer(ana.in(group).uses("groupmood"));

        bot.edited(round, () -> eve.in(group).taps(round, "😊 Alegría"));
        bot.endRounds();

        LocalMessage songs = group.ofBot().getLast();
        assertThat(songs.embeds()).isNotEmpty();
        assertThat(round.buttons()).isEmpty();
    }
}
