package org.emotitune.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The lines of a lyric, each with how often it is sung. Files with joined lines leave only the capital letter that began
 * each line: a long line is cut there.
 */
final class LyricLines {
    /** Twice as much as the longest rap. What comes after it is not read. */
    static final int LONGEST_READ = 20_000;

    /** Characters of a line that is more than one. */
    private static final int JOINED = 120;

    /** With fewer words between capitals than this on average, It Is Not Lines That Capitals Begin. */
    private static final int FEWEST_WORDS = 3;

    private LyricLines() {}

    /** @return the distinct lines in the order in which they are first sung, with how often each is sung */
    static Map<String, Integer> of(String lyrics) {
        String read = lyrics.length() > LONGEST_READ ? lyrics.substring(0, LONGEST_READ) : lyrics;
        Map<String, Integer> lines = new LinkedHashMap<>();
        Map<String, String> firstSpelling = new LinkedHashMap<>();
        for (String line : (Iterable<String>) read.lines()::iterator) {
            for (String part : line.length() > JOINED ? parts(line) : List.of(line)) {
                if (!part.isBlank()) {
                    String spelling = firstSpelling.computeIfAbsent(key(part), key -> part);
                    lines.merge(spelling, 1, Integer::sum);
                }
            }
        }
        return lines;
    }

    /** A line is the same whatever its case and punctuation. */
    private static String key(String line) {
        StringBuilder letters = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                letters.append(c);
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int words = 1;
        for (int at = 1; at < line.length(); at++) {
            if (line.charAt(at - 1) == ' ' && line.charAt(at) != ' ') {
                words++;
                if (beginsLine(line, at)) {
                    parts.add(line.substring(begin, at));
                    begin = at;
                }
            }
        }
        parts.add(line.substring(begin));
        return words < FEWEST_WORDS * parts.size() ? List.of(line) : parts;
    }

    /** A capital, perhaps after an opening bracket or sign; not the English "I", which stands anywhere. */
    private static boolean beginsLine(String line, int at) {
        int letter = at;
        while (letter < line.length() - 1
                && !Character.isLetterOrDigit(line.charAt(letter))
                && line.charAt(letter) != ' ') {
            letter++;
        }
        boolean alone = letter + 1 >= line.length() || !Character.isLetter(line.charAt(letter + 1));
        return Character.isUpperCase(line.charAt(letter)) && !(line.charAt(letter) == 'I' && alone);
    }
}
