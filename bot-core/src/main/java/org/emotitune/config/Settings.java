package org.emotitune.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
 */
public record Settings(@Nullable DatabaseAddress database, Path home, boolean starter, Language language) {

    /** @throws InvalidSettingsException telling all that is wrong */
    public static Settings of(Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        Settings settings = new Settings(
                database(environment, problems),
                home(environment, problems),
                starter(environment, problems),
                language(environment));
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
        String all = environment.getOrDefault("LC_ALL", "");
        String locale = all.isEmpty() ? environment.getOrDefault("LANG", "") : all;
        return Language.of(locale.replaceAll("[.@].*", "")).orElse(Language.ENGLISH);
    }
}
