package org.emotitune.telegram;

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
import org.emotitune.emotion.Language;
import org.emotitune.telegram.Telegram.Limits;
import org.emotitune.telegram.testing.LocalTelegram;

/** The whole bot on a test database and a local Telegram. */
final class RunningBot implements AutoCloseable {
    private final TelegramBot bot;

    private RunningBot(TelegramBot bot) {
        this.bot = bot;
    }

    /** With nobody an admin, and enough allowed that no test waits for it. */
    static RunningBot on(TestDatabase database, Path home, LocalTelegram telegram) {
        return on(settings(database, home, telegram.address(), Set.of(), null), Limits.PUBLISHED);
    }

    static RunningBot on(Settings settings, Limits limits) {
        return new RunningBot(TelegramBot.start(settings, Map.of(), step -> {}, limits));
    }

    static Settings settings(
            TestDatabase database,
            Path home,
            URI api,
            Set<String> admins,
            TelegramSettings.@org.jspecify.annotations.Nullable Webhook webhook) {
        ReindexSettings usual = ReindexSettings.DEFAULT;
        return new Settings(
                database.address(),
                home,
                true,
                Language.ENGLISH,
                null,
                new Settings.Limits(Settings.Limits.DEFAULT.noRepeats(), Settings.Limits.DEFAULT.retention(), 10_000),
                SourceSettings.DEFAULT,
                new ReindexSettings(usual.failures(), usual.askAbove(), admins, Set.of()),
                LlmSettings.DEFAULT,
                new TelegramSettings(LocalTelegram.TOKEN, api, webhook),
                DiscordSettings.DEFAULT);
    }

    TelegramBot bot() {
        return bot;
    }

    int undelivered() {
        return bot.undelivered();
    }

    @Override
    public void close() {
        bot.close();
    }
}
