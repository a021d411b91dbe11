package org.emotitune.telegram;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.emotitune.config.DiscordSettings;
import org.emotitune.config.ReindexSettings;
import org.emotitune.config.Settings;
import org.emotitune.config.SourceSettings;
import org.emotitune.config.TelegramSettings;
import org.emotitune.db.DatabaseAddress;
import org.emotitune.db.TestDatabase;
import org.emotitune.telegram.testing.LocalTelegram;
import org.jspecify.annotations.Nullable;

/**
 * What is set for a bot that its admins work with: nothing outside of this machine is asked.
 *
 * @param starter whether there are songs from the beginning
 * @param lyrics address of what speaks as LRCLIB; null where nobody is asked
 */
record AdminSetup(
        DatabaseAddress database,
        Path home,
        boolean starter,
        @Nullable URI lyrics) {

    /** An empty catalog, and nobody is asked for lyrics. */
    static AdminSetup empty(TestDatabase database, Path home) {
        return new AdminSetup(database.address(), home, false, null);
    }

    AdminSetup asking(URI lrclib) {
        return new AdminSetup(database, home, starter, lrclib);
    }

    /** @param admins ids of people, groups, channels */
    RunningBot start(LocalTelegram telegram, long... admins) {
        return start(telegram, null, admins);
    }

    RunningBot start(LocalTelegram telegram, TelegramSettings.@Nullable Webhook webhook, long... admins) {
        return RunningBot.on(settings(telegram, webhook, admins), TelegramRig.NO_LIMITS);
    }

    private Settings settings(LocalTelegram telegram, TelegramSettings.@Nullable Webhook webhook, long... admins) {
        Settings usual = Settings.of(Map.of("EMOTITUNE_HOME", home.toString()));
        Set<String> listed = LongStream.of(admins).mapToObj(Long::toString).collect(Collectors.toSet());
        return new Settings(
                database,
                home,
                starter,
                usual.language(),
                null,
                new Settings.Limits(usual.limits().noRepeats(), usual.limits().retention(), 10_000),
                sources(),
                new ReindexSettings(usual.reindex().failures(), usual.reindex().askAbove(), listed, Set.of()),
                usual.llm(),
                new TelegramSettings(LocalTelegram.TOKEN, telegram.address(), webhook),
                DiscordSettings.DEFAULT);
    }

    private SourceSettings sources() {
        SourceSettings usual = SourceSettings.DEFAULT;
        return new SourceSettings(usual.spotify(), lyrics, null, null, usual.geniusSite(), null, null, false);
    }
}
