package org.emotitune.discord;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.emotitune.config.DiscordSettings;
import org.emotitune.config.LlmSettings;
import org.emotitune.config.ReindexSettings;
import org.emotitune.config.Settings;
import org.emotitune.config.SourceSettings;
import org.emotitune.config.TelegramSettings;
import org.emotitune.db.TestDatabase;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.emotion.Language;

/** The whole bot on a test database and a local Discord. */
final class RunningBot implements AutoCloseable {
    private final DiscordBot bot;

    private RunningBot(DiscordBot bot) {
        this.bot = bot;
    }

    /** Without admins' channels of its own, and with enough allowed that no test waits for it. */
    static RunningBot on(TestDatabase database, Path home, LocalDiscord discord) {
        return on(settings(database, home, settings(discord, 0, false), Set.of()), discord);
    }

    /** Waits until its commands are registered, too. */
    static RunningBot on(Settings settings, LocalDiscord discord) {
        return on(settings, discord, Later.onVirtualThreads());
    }

    /** @param rounds ends rounds of group moods */
    static RunningBot on(Settings settings, LocalDiscord discord, Later rounds) {
        RunningBot running = new RunningBot(DiscordBot.start(settings, Map.of(), step -> {}, rounds));
        discord.until(() -> running.bot.isReady());
        return running;
    }

    static DiscordSettings settings(LocalDiscord discord, int shards, boolean messageContent) {
        return new DiscordSettings(
                LocalDiscord.TOKEN,
                URI.create(discord.api().replaceAll("/$", "")),
                URI.create(discord.gatewayAddress()),
                shards,
                messageContent);
    }

    static Settings settings(TestDatabase database, Path home, DiscordSettings discord, Set<String> adminChannels) {
        ReindexSettings usual = ReindexSettings.DEFAULT;
        return new Settings(
                database.address(),
                home,
                true,
                Language.ENGLISH,
                null,
                new Settings.Limits(Settings.Limits.DEFAULT.noRepeats(), Settings.Limits.DEFAULT.retention(), 10_000),
                SourceSettings.DEFAULT,
                new ReindexSettings(usual.failures(), usual.askAbove(), Set.of(), adminChannels),
                LlmSettings.DEFAULT,
                TelegramSettings.DEFAULT,
                discord);
    }

    DiscordBot bot() {
        return bot;
    }

    @Override
    public void close() {
        bot.close();
    }
}
