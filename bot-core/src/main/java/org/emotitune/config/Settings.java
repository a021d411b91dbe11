package org.emotitune.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.emotitune.db.DatabaseAddress;
import org.emotitune.emotion.Language;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has set. Read once, from a map; all that is wrong is told together.
 *
 * @param database server to use; null for the embedded one
 * @param home where the embedded database lives
 * @param starter whether the starter catalog is searched
 * @param language answer language where a message does not show its own
 * @param country ISO 3166 code of the country of the locale, two capitals; null where it names none
 */
public record Settings(
        @Nullable DatabaseAddress database,
        Path home,
        boolean starter,
        Language language,
        @Nullable String country,
        Limits limits,
        SourceSettings sources,
        ReindexSettings reindex,
        LlmSettings llm,
        TelegramSettings telegram,
        DiscordSettings discord) {

    /**
     * How much is kept and how much is allowed.
     *
     * @param noRepeats how long a song is not given to the same person again
     * @param retention how long anything is kept of a person after their last message
     * @param messages that a person may send in five minutes
     */
    public record Limits(Duration noRepeats, Duration retention, int messages) {
        public static final Limits DEFAULT = new Limits(Duration.ofDays(14), Duration.ofDays(90), 20);
    }

    private static final int MOST_DAYS = 3650;
    private static final int MOST_MESSAGES = 10_000;

    /** @throws InvalidSettingsException telling all that is wrong */
    public static Settings of(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        Path usualHome = Path.of(System.getProperty("user.home"), ".emotitune");
        Settings settings = new Settings(
                database(variables),
                Objects.requireNonNull(variables.path("EMOTITUNE_HOME", usualHome)),
                variables.choice("EMOTITUNE_STARTER", "on", "off") == 0,
                language(environment),
                country(environment),
                limits(variables),
                SourceSettings.of(variables),
                ReindexSettings.of(variables),
                LlmSettings.of(variables),
                TelegramSettings.of(variables),
                DiscordSettings.of(variables));
        variables.check();
        return settings;
    }

    private static @Nullable DatabaseAddress database(Variables variables) {
        String url = variables.text("DATABASE_URL");
        if (url.isEmpty()) {
            return null;
        }
        try {
            return DatabaseAddress.parse(url);
        } catch (IllegalArgumentException e) {
            variables.problem("DATABASE_URL: " + e.getMessage());
            return null;
        }
    }

    private static Language language(Map<String, String> environment) {
        return Language.of(locale(environment)).orElse(Language.ENGLISH);
    }

    private static @Nullable String country(Map<String, String> environment) {
        String country =
                Locale.forLanguageTag(locale(environment).replace('_', '-')).getCountry();
        return country.length() == 2 ? country : null;
    }

    private static String locale(Map<String, String> environment) {
        String all = environment.getOrDefault("LC_ALL", "");
        String locale = all.isEmpty() ? environment.getOrDefault("LANG", "") : all;
        return locale.replaceAll("[.@].*", "");
    }

    private static Limits limits(Variables variables) {
        Limits usual = Limits.DEFAULT;
        int retention = variables.number(
                "EMOTITUNE_RETENTION_DAYS", (int) usual.retention().toDays(), 1, MOST_DAYS);
        int noRepeats = variables.number(
                "EMOTITUNE_NO_REPEAT_DAYS",
                (int) Math.min(retention, usual.noRepeats().toDays()),
                0,
                MOST_DAYS);
        if (noRepeats > retention) {
            variables.problem("EMOTITUNE_NO_REPEAT_DAYS (%d) cannot be more than EMOTITUNE_RETENTION_DAYS (%d)"
                    .formatted(noRepeats, retention));
        }
        return new Limits(
                Duration.ofDays(noRepeats),
                Duration.ofDays(retention),
                variables.number("EMOTITUNE_MESSAGES_PER_5_MINUTES", usual.messages(), 1, MOST_MESSAGES));
    }
}
