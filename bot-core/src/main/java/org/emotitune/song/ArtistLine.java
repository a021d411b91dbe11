package org.emotitune.song;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes the line apart in which a song names its artists. */
public final class ArtistLine {
    /** A comma, a sign or a word between two names, in English or Spanish. */
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*[,;/]\\s+|\\s+(?:&|\\+|x|y|con|and|with|feat\\.?|ft\\.?|featuring)\\s+", Pattern.CASE_INSENSITIVE);

    private ArtistLine() {}

    /**
     * @return the whole line first, which may be one name ("Simon & Garfunkel"), then every part of it that could be a
     *     name; each once
     */
    public static List<String> names(String line) {
        Set<String> names = new LinkedHashSet<>();
        names.add(line.strip());
        for (String part : BETWEEN.split(line.strip(), -1)) {
            if (!part.isBlank()) {
                names.add(part.strip());
            }
        }
        return new ArrayList<>(names);
    }
}
