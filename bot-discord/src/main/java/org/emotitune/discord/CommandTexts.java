package org.emotitune.discord;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.emotitune.emotion.Language;

/** What Discord lists of the bot's commands, in both languages. Thread-safe. */
final class CommandTexts {
    private static final String BUNDLE = "org.emotitune.discord.commands";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Shown wherever there is no localisation: to people with neither of the two languages, too. */
    private static final Language BASE = Language.ENGLISH;

    private static final Map<DiscordLocale, Language> LOCALES =
            Map.of(DiscordLocale.SPANISH, Language.SPANISH, DiscordLocale.SPANISH_LATAM, Language.SPANISH);

    private static final Map<Language, ResourceBundle> BUNDLES = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), CommandTexts::bundle));

    private CommandTexts() {}

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(BUNDLE, language == BASE ? Locale.ROOT : language.locale(), EXACT);
    }

    /**
     * The text that everybody sees whose language has none of its own.
     *
     * @throws java.util.MissingResourceException if there is no such text
     */
    static String base(String key) {
        return in(BASE, key);
    }

    static String in(Language language, String key) {
        ResourceBundle bundle = BUNDLES.get(language);
        if (bundle == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return bundle.getString(key);
    }

    /** Hands over the texts of all locales that are not the base. */
    static void localise(String key, BiConsumer<DiscordLocale, String> to) {
        localise(language -> in(language, key), to);
    }

    /** @param text what it is in each language */
    static void localise(Function<Language, String> text, BiConsumer<DiscordLocale, String> to) {
        LOCALES.forEach((locale, language) -> {
            if (!text.apply(language).equals(text.apply(BASE))) {
                to.accept(locale, text.apply(language));
            }
        });
    }
}
