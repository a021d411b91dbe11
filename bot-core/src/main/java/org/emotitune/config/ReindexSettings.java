package org.emotitune.config;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a reindex may do, and who may start one.
 *
 * @param failures share of a job's songs that may fail before it is stopped, 0 to 1
 * @param askAbove money that is spent without asking
 * @param telegramAdmins ids of users (positive numbers) and chats (negative ones)
 * @param discordAdminChannels ids of channels; empty where none are named
 */
public record ReindexSettings(
        double failures, double askAbove, Set<String> telegramAdmins, Set<String> discordAdminChannels) {
    /** Where nothing is set. */
    public static final ReindexSettings DEFAULT = of(new Variables(Map.of()));

    private static final String TELEGRAM_ADMINS = "TELEGRAM_ADMINS";
    /** They have at most 52 bits: https://core.telegram.org/bots/api#chat. */
    private static final String TELEGRAM_ID = "-?[1-9][0-9]{0,15}";

    private static final String DISCORD_ADMIN_CHANNELS = "DISCORD_ADMIN_CHANNELS";
    /** https://discord.com/developers/docs/reference#snowflakes. */
    private static final String SNOWFLAKE = "[1-9][0-9]{14,18}";

    static ReindexSettings of(Variables variables) {
        Double askAbove = variables.money("REINDEX_ASK_ABOVE");
        return new ReindexSettings(
                variables.number("REINDEX_MAX_FAILURES", 20, 0, 100) / 100.0,
                askAbove == null ? 1 : askAbove,
                telegramAdmins(variables),
                discordAdminChannels(variables));
    }

    private static Set<String> discordAdminChannels(Variables variables) {
        Set<String> ids = variables.list(DISCORD_ADMIN_CHANNELS);
        ids.stream()
                .filter(id -> !Pattern.matches(SNOWFLAKE, id))
                .forEach(id -> variables.problem("""
                        %s has '%s': channels are named by their ids, numbers such as 1122334455667788990\
                        """.formatted(DISCORD_ADMIN_CHANNELS, id)));
        return ids;
    }

    private static Set<String> telegramAdmins(Variables variables) {
        Set<String> ids = variables.list(TELEGRAM_ADMINS);
        ids.stream()
                .filter(id -> !Pattern.matches(TELEGRAM_ID, id))
                .forEach(id -> variables.problem("""
                        %s has '%s': people are named by a number such as 123456789, \
                        groups and channels by one such as -1001234567890""".formatted(TELEGRAM_ADMINS, id)));
        return ids;
    }
}
