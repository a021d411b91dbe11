package org.emotitune.song;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key by which two spellings are the same song: "Corazón Partío" and "corazon partio (Remastered 2006)". */
public final class MatchKey {
    private static final Pattern EDITION = Pattern.compile(
            "(?i)\\s*[(\\[](?:feat|ft|con|with)\\b[^)\\]]*[)\\]]|\\s+-\\s+(?:(?:\\d{4} )?remaster(?:ed)?|radio edit|single version|en vivo|live)\\b.*"
                    + "|\\s*[(\\[](?:\\d{4} )?remaster[^)\\]]*[)\\]]");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private MatchKey() {}

    /**
     * @param artist null where nobody is known
     * @return letters and digits of title and artist in lower case without accents; a name that has none stays as it is,
     *     so that "÷" and "×" are two songs
     */
    public static String of(String title, @Nullable String artist) {
        return plain(EDITION.matcher(title).replaceAll("")) + "|" + (artist == null ? "" : plain(artist));
    }

    /** @return the same of a name alone, without spaces: people write "acdc", "ac dc" and "AC/DC" */
    public static String ofName(String name) {
        return plain(name).replace(" ", "");
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String unaccented = ACCENT.matcher(decomposed).replaceAll("");
        String letters = BETWEEN_WORDS.matcher(unaccented).replaceAll(" ").strip();
        return letters.isEmpty() ? text.strip() : letters;
    }
}
