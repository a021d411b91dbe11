package org.emotitune.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import org.emotitune.config.Settings;
import org.emotitune.db.TestDatabase;
import org.emotitune.discord.testing.Faults;
import org.emotitune.discord.testing.LocalChannel;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.emotitune.discord.testing.LocalMessage;
import org.emotitune.discord.testing.LocalServer;
import org.emotitune.discord.testing.Person;
import org.emotitune.discord.testing.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is still good after the bot was started anew; and channels in which it answers everything. */
@Timeout(180)
class LiveRestartTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home;

    private final LocalDiscord discord = new LocalDiscord();
    private final Person ana = discord.person("Ana", "es-ES");
    private final Person boss = discord.person("Boss", "en-US");
    private final LocalServer server = discord.server("Amigas", boss);
    private final LocalChannel music = server.channel("música");
    private final LocalChannel office = server.channel("office");

    private RunningBot started() {
        Settings settings = RunningBot.settings(database, home, RunningBot.settings(discord, 0, true), Set.of());
        return RunningBot.on(settings, discord);
    }

    private LocalMessage answer(LocalInteraction used) {
        discord.until(used::isAnswered);
        return used.answer();
    }

    private LocalMessage next(LocalChannel channel, Runnable deed) {
        int before = channel.ofBot().size();
        deed.run();
        discord.until(() -> channel.ofBot().size() > before);
        return channel.ofBot().get(before);
    }

    private void listens(boolean on) {
        LocalMessage told = answer(boss.in(office).uses("listen", Map.of("channel", music, "on", on)));
        discord.until(() -> AdminScene.text(told).contains("música"));
    }

    /** One after another, for a start takes its time. */
    @Test
    void buttonsAndOpenChannelsOutliveTheBot() {
        discord.gateway().messageContent(true);
        server.joins(ana);
        office.denies(server.everyone(), Permission.VIEW_CHANNEL);
        office.allows(server.botRole(), Permission.VIEW_CHANNEL);
        LocalMessage page;
        LocalMessage round;
        try (RunningBot bot = started()) {
            assertThat(bot.bot().isReady()).isTrue();
            page = answer(ana.in(music).uses("recommend", Map.of("feeling", "estoy triste")));
            round = answer(ana.in(server.channel("otro")).uses("animo-grupal"));
            somethingIsNotShown();
            ana.in(music).says("estoy contenta, y no se lo digo a nadie");
            listens(true);
            LocalMessage heard = next(music, () -> ana.in(music).says("estoy contenta"));
            assertThat(heard.embeds()).hasSize(5);
            assertThat(music.ofBot()).hasSize(2);
        }
        assertThat(round.buttons()).as("rounds end with the bot").isEmpty();

        int registrations = discord.registrations();
        try (RunningBot bot = started()) {
            assertThat(bot.bot().isReady()).isTrue();
            assertThat(discord.registrations()).isEqualTo(registrations);
            assertThat(AdminScene.text(answer(boss.in(office).uses("stats")))).contains("not-shown: 1");
            buttonsWork(page);
            theChannelIsOpen();
            listens(false);
            ana.in(music).says("estoy furiosa");
            LocalMessage last = next(music, () -> ana.in(music).mentions("estoy nerviosa"));
            assertThat(last.content()).contains("nervios");
        }
    }

    private void somethingIsNotShown() {
        discord.faults().next(Route.CALLBACK, Faults.refused(404, 10_062, "Unknown interaction"));
        try (Warnings warnings = new Warnings()) {
            ana.in(music).uses("ayuda");
            discord.until(() -> !warnings.lines().isEmpty());
        }
    }

    private void buttonsWork(LocalMessage page) {
        LocalMessage noted =
                answer(ana.in(music).chooses(page, "", page.options().getFirst()));
        LocalInteraction more = ana.in(music).taps(page, "Más");
        discord.until(more::isAnswered);

        assertThat(noted.content()).startsWith("Anotado");
        assertThat(page.edits()).isEqualTo(1);
        assertThat(page.embeds()).hasSize(5);
    }

    private void theChannelIsOpen() {
        LocalChannel thread = server.thread(music, "hoy");

        LocalMessage inThread = next(thread, () -> ana.in(thread).says("estoy triste"));
        LocalMessage danger = next(ana.directChannel(), () -> ana.in(music).says("quiero morirme"));

        assertThat(inThread.embeds()).isNotEmpty();
        assertThat(danger.content()).contains("findahelpline.com");
        assertThat(music.ofBot()).noneMatch(told -> told.content().contains("findahelpline"));
    }
}
