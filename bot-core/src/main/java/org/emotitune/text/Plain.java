package org.emotitune.text;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.Locale;

/** Text without markup, as chat platforms take it. Of what songs are called nothing can be taken for granted. */
public final class Plain {
    private static final char REPLACEMENT = '\uFFFD';
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";
    /** How much shorter a text may become for the sake of whole words. */
    private static final int LONGEST_WORD = 20;

    private Plain() {}

    /**
     * Valid Unicode without what turns or hides the text around it. Where the text runs from right to left it is kept
     * apart from its surroundings.
     *
     * @return one line, never blank
     */
    public static String line(String text) {
        return isolated(visible(text));
    }

    /**
     * The beginning of a text that is too long, in whole words where that costs little, with an ellipsis.
     *
     * @param most UTF-16 units of the result, the marks of {@link #line} aside
     */
    public static String line(String text, int most) {
        String visible = visible(text);
        return isolated(visible.length() <= most ? visible : beginning(visible, most));
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().map(Plain::harmless).forEach(visible::appendCodePoint);
        String line = visible.toString().replaceAll("[\\p{Z}\\s\\p{Cc}]+", " ").strip();
        boolean shown = line.codePoints().anyMatch(c -> c != ' ' && Character.getType(c) != Character.FORMAT);
        return shown ? line : "…";
    }

    private static int harmless(int c) {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            return REPLACEMENT; // a lone one: there is no UTF-8 of it
        }
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return turns ? ' ' : c;
    }

    private static String beginning(String text, int most) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.preceding(most);
        int space = text.lastIndexOf(' ', end);
        return text.substring(0, space > 0 && end - space <= LONGEST_WORD ? space : end)
                        .strip() + "…";
    }

    private static String isolated(String line) {
        return Bidi.requiresBidi(line.toCharArray(), 0, line.length())
                ? FIRST_STRONG_ISOLATE + line + POP_ISOLATE
                : line;
    }
}
