package org.emotitune.config;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reindex may do, and who may start one.
 *
 * @param failures share of a job's songs that may fail before it is stopped, 0 to 1
 * @param price of a language model; null where it is not told
 * @param askAbove money that is spent without asking
 * @param telegramAdmins ids of users and chats
 * @param discordAdminChannels ids of channels; empty where none are named
 */
public record ReindexSettings(
        double failures,
        @Nullable Price price,
        double askAbove,
        Set<String> telegramAdmins,
        Set<String> discordAdminChannels) {
    /** Where nothing is set. */
    public static final ReindexSettings DEFAULT = of(new Variables(Map.of()));

    /** Money for a million tokens. */
    public record Price(double input, double output) {}

    static ReindexSettings of(Variables variables) {
        Double input = variables.money("LLM_PRICE_INPUT");
        Double output = variables.money("LLM_PRICE_OUTPUT");
        Double askAbove = variables.money("REINDEX_ASK_ABOVE");
        return new ReindexSettings(
                variables.number("REINDEX_MAX_FAILURES", 20, 0, 100) / 100.0,
                input == null || output == null ? null : new Price(input, output),
                askAbove == null ? 1 : askAbove,
                variables.list("TELEGRAM_ADMINS"),
                variables.list("DISCORD_ADMIN_CHANNELS"));
    }
}
