package org.emotitune.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        Limits limits) {

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
        List<String> problems = new ArrayList<>();
        Settings settings = new Settings(
                database(environment, problems),
                home(environment, problems),
                starter(environment, problems),
                language(environment),
                country(environment),
                limits(environment, problems));
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return settings;
    }

    private static @Nullable DatabaseAddress database(Map<String, String> environment, List<String> problems) {
        String url = environment.getOrDefault("DATABASE_URL", "").strip();
        if (url.isEmpty()) {
            return null;
        }
        try {
            return DatabaseAddress.parse(url);
        } catch (IllegalArgumentException e) {
            problems.add("DATABASE_URL: " + e.getMessage());
            return null;
        }
    }

    private static Path home(Map<String, String> environment, List<String> problems) {
        Path usual = Path.of(System.getProperty("user.home"), ".emotitune");
        String home = environment.getOrDefault("EMOTITUNE_HOME", "").strip();
        try {
            return home.isEmpty() ? usual : Path.of(home).toAbsolutePath();
        } catch (InvalidPathException e) {
            problems.add("EMOTITUNE_HOME cannot be a path here: " + e.getReason());
            return usual;
        }
    }

    private static boolean starter(Map<String, String> environment, List<String> problems) {
        String value =
                environment.getOrDefault("EMOTITUNE_STARTER", "on").strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return true;
        }
        if (!value.equals("on") && !value.equals("off")) {
            problems.add("EMOTITUNE_STARTER is 'on' or 'off', not '%s'".formatted(value));
        }
        return !value.equals("off");
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

    private static Limits limits(Map<String, String> environment, List<String> problems) {
        Limits usual = Limits.DEFAULT;
        int retention = number(
                environment, "EMOTITUNE_RETENTION_DAYS", (int) usual.retention().toDays(), 1, MOST_DAYS, problems);
        int noRepeats = number(
                environment,
                "EMOTITUNE_NO_REPEAT_DAYS",
                (int) Math.min(retention, usual.noRepeats().toDays()),
                0,
                MOST_DAYS,
                problems);
        if (noRepeats > retention) {
            problems.add("EMOTITUNE_NO_REPEAT_DAYS (%d) cannot be more than EMOTITUNE_RETENTION_DAYS (%d)"
                    .formatted(noRepeats, retention));
        }
        return new Limits(
                Duration.ofDays(noRepeats),
                Duration.ofDays(retention),
                number(environment, "EMOTITUNE_MESSAGES_PER_5_MINUTES", usual.messages(), 1, MOST_MESSAGES, problems));
    }

    private static int number(
            Map<String, String> environment, String name, int otherwise, int least, int most, List<String> problems) {
        String value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as for a number that is out of bounds
        }
        problems.add("%s is a whole number from %d to %d, not '%s'".formatted(name, least, most, value));
        return otherwise;
    }
}
