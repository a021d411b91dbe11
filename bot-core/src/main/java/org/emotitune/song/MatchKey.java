package org.emotitune.song;

import java.text.Normalizer;
import java.util.Locale;

/** The key by which two spellings are the same song: "Corazón Partío" and "corazon partio (Remastered 2006)". */
public final class MatchKey {
    private static final String EDITION =
            "(?i)\\s*[(\\[](?:feat|ft|con|with)\\b[^)\\]]*[)\\]]|\\s+-\\s+(?:remaster|\\d{4} remaster|radio edit|single version|en vivo|live)\\b.*"
                    + "|\\s*[(\\[](?:\\d{4} )?remaster[^)\\]]*[)\\]]";

    private MatchKey() {}

    /** @return letters and digits of title and artist in lower case without accents; never empty for a named song */
    public static String of(String title, String artist) {
        return plain(title.replaceAll(EDITION, "")) + "|" + plain(artist);
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return decomposed
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }
}
