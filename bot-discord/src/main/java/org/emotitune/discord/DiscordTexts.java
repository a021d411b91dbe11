package org.emotitune.discord;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import org.emotitune.emotion.Language;

/** What only Discord's bot says, in both languages. Thread-safe. */
final class DiscordTexts {
    private static final String BUNDLE = "org.emotitune.discord.discord";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Map.of(
            Language.ENGLISH, ResourceBundle.getBundle(BUNDLE, Locale.ROOT, EXACT),
            Language.SPANISH, ResourceBundle.getBundle(BUNDLE, Language.SPANISH.locale(), EXACT)));

    private DiscordTexts() {}

    /**
     * A text with its gaps filled.
     *
     * @param key of discord.properties
     * @param values for {0}, {1} …
     * @throws java.util.MissingResourceException if there is no such text
     */
    static String in(Language language, String key, Object... values) {
        ResourceBundle bundle = Objects.requireNonNull(BUNDLES.get(language), "no texts in " + language);
        String text = bundle.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, language.locale()).format(values);
    }
}
