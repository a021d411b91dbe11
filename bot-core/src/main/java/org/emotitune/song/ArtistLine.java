package org.emotitune.song;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes the line apart in which a song names its artists. */
public final class ArtistLine {
    /**
     * What stands between two names, in English or Spanish, what parts most first: in "Daddy Yankee & Zion y Lennox" two
     * of the three names are a duo.
     */
    private static final List<Pattern> BETWEEN = List.of(
            Pattern.compile(" ?[,;/] "),
            Pattern.compile(" (?:&|\\+|x|con|with|feat\\.?|ft\\.?|featuring) ", Pattern.CASE_INSENSITIVE),
            Pattern.compile(" (?:y|and) ", Pattern.CASE_INSENSITIVE));

    private ArtistLine() {}

    /**
     * @return the whole line first, which may be one name ("Simon & Garfunkel"), then every part of it that could be a
     *     name; each once
     */
    public static List<String> names(String line) {
        Set<String> names = new LinkedHashSet<>();
        add(line.strip().replaceAll("\\s+", " "), 0, names);
        return new ArrayList<>(names);
    }

    /** @return the first of several artists, or the line itself where it is one name: "Shakira" of "Shakira, Beyoncé" */
    public static String first(String line) {
        List<String> names = names(line);
        return names.size() > 1 ? names.get(1) : line.strip();
    }

    private static void add(String part, int level, Set<String> names) {
        if (part.isBlank()) {
            return;
        }
        names.add(part);
        if (level < BETWEEN.size()) {
            BETWEEN.get(level).splitAsStream(part).forEach(smaller -> add(smaller, level + 1, names));
        }
    }
}
