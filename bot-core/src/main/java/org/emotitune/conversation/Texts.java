package org.emotitune.conversation;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.emotitune.emotion.Language;
import org.emotitune.song.SongFacts;

/** What the bot says, in both languages. Thread-safe. */
public final class Texts {
    private static final String BUNDLE = "org.emotitune.conversation.texts";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Map.of(
            Language.ENGLISH, ResourceBundle.getBundle(BUNDLE, Locale.ROOT, EXACT),
            Language.SPANISH, ResourceBundle.getBundle(BUNDLE, Language.SPANISH.locale(), EXACT)));

    private Texts() {}

    /**
     * A text with its gaps filled.
     *
     * @param key a key of the bundles
     * @param values for {0}, {1} …
     * @throws java.util.MissingResourceException if there is no such text
     */
    public static String in(Language language, String key, Object... values) {
        String text = bundle(language).getString(key);
        return values.length == 0 ? text : new MessageFormat(text, language.locale()).format(values);
    }

    /** A song's title in quotation marks, and by whom it is where that is known. */
    static String song(Language language, SongFacts song) {
        return song.artist() == null
                ? in(language, "song.alone", song.title())
                : in(language, "song.by", song.title(), song.artist());
    }

    private static ResourceBundle bundle(Language language) {
        ResourceBundle bundle = BUNDLES.get(language);
        if (bundle == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return bundle;
    }
}
