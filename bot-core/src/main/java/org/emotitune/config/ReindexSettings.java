package org.emotitune.config;

import java.util.Map;
import java.util.Set;

/**
 * What a reindex may do, and who may start one.
 *
 * @param failures share of a job's songs that may fail before it is stopped, 0 to 1
 * @param askAbove money that is spent without asking
 * @param telegramAdmins ids of users and chats
 * @param discordAdminChannels ids of channels; empty where none are named
 */
public record ReindexSettings(
        double failures, double askAbove, Set<String> telegramAdmins, Set<String> discordAdminChannels) {
    /** Where nothing is set. */
    public static final ReindexSettings DEFAULT = of(new Variables(Map.of()));

    static ReindexSettings of(Variables variables) {
        Double askAbove = variables.money("REINDEX_ASK_ABOVE");
        return new ReindexSettings(
                variables.number("REINDEX_MAX_FAILURES", 20, 0, 100) / 100.0,
                askAbove == null ? 1 : askAbove,
                variables.list("TELEGRAM_ADMINS"),
                variables.list("DISCORD_ADMIN_CHANNELS"));
    }
}
