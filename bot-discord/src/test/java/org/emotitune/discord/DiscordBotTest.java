package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.emotitune.db.TestDatabase;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.LocalServer;
import org.emotitune.discord.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The bot from start to end, and what most people do with it. */
class DiscordBotTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home;

    @Test
    void somebodyAsksMentionsAndWritesAlone() {
        try (LocalDiscord discord = new LocalDiscord();
                RunningBot bot = RunningBot.on(database, home, discord)) {
            assertThat(bot.bot().name()).isNotBlank();
            Person ana = discord.person("Ana", "es-ES");
            LocalServer friends = discord.server("Amigas", ana);
            LocalChannel music = friends.channel("música");

            LocalInteraction used = ana.in(music).uses("recommend", Map.of("feeling", "me acaba de dejar mi novio"));
            discord.until(used::isAnswered);
            assertThat(used.answer().isEphemeral()).isFalse();
            assertThat(used.answer().embeds()).hasSizeGreaterThanOrEqualTo(5);

            LocalMessage before = used.answer();
            LocalInteraction more = ana.in(music).taps(before, "Más");
            discord.until(() -> before.edits() == 1);
            assertThat(more.isAcknowledged()).isTrue();

            LocalMessage mention = ana.in(music).mentions("I got the job!!!");
            discord.until(() -> music.ofBot().size() == 2);
            assertThat(music.ofBot().getLast().repliesTo().orElseThrow().id()).isEqualTo(mention.id());
            assertThat(music.ofBot().getLast().pinged()).isEmpty();

            ana.direct().says("estoy feliz");
            discord.until(() -> ana.directChannel().ofBot().size() == 1);
        }
    }

    @Test
    void anAdminReindexesInAPrivateChannelAndNowhereElse() {
        try (LocalDiscord discord = new LocalDiscord();
                RunningBot bot = RunningBot.on(database, home, discord)) {
            assertThat(bot.bot().isReady()).isTrue();
            Person boss = discord.person("Boss", "en-US");
            LocalServer company = discord.server("Company", boss);
            LocalChannel office = company.channel("office");
            office.denies(company.everyone(), Permission.VIEW_CHANNEL);
            office.allows(company.botRole(), Permission.VIEW_CHANNEL);
            LocalChannel hall = company.channel("hall");

            LocalInteraction refused = boss.in(hall).uses("reindex");
            discord.until(refused::isAnswered);
            assertThat(refused.answer().isEphemeral()).isTrue();
            assertThat(hall.shownTo(boss)).contains("@everyone can see this channel");

            LocalInteraction begun = boss.in(office).uses("reindex");
            discord.until(begun::isAnswered);
            discord.until(() -> office.ofBot().stream()
                    .anyMatch(
                            message -> message.edits() > 0 && message.buttons().isEmpty()));
            assertThat(office.shown()).contains("Reindex");
        }
    }

    @Test
    void commandsAreRegisteredOnlyWhenTheyChanged() {
        try (LocalDiscord discord = new LocalDiscord()) {
            RunningBot.on(database, home, discord).close();
            RunningBot.on(database, home, discord).close();

            assertThat(discord.registrations()).isEqualTo(1);
        }
    }
}
