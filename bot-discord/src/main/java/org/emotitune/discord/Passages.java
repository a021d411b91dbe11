package org.emotitune.discord;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts paragraphs into as few messages as hold them. */
final class Passages {
    /** What Discord takes as the content of a message; it counts characters, this program UTF-16 units, which are more. */
    static final int LONGEST = 2_000;

    private static final String BETWEEN = "\n\n";

    private Passages() {}

    /**
     * @param paragraphs of {@link Markdown}, of any length; those of several lines are marked line by line
     * @return in their order, each no longer than {@link #LONGEST}; none for no paragraphs. A paragraph that is too long
     *     by itself is cut between lines or sentences, at worst between characters
     */
    static List<String> of(List<String> paragraphs) {
        List<String> passages = new ArrayList<>();
        StringBuilder passage = new StringBuilder();
        for (String part : cut(paragraphs)) {
            if (!passage.isEmpty() && passage.length() + BETWEEN.length() + part.length() > LONGEST) {
                passages.add(passage.toString());
                passage.setLength(0);
            }
            passage.append(passage.isEmpty() ? "" : BETWEEN).append(part);
        }
        if (!passage.isEmpty()) {
            passages.add(passage.toString());
        }
        return passages;
    }

    private static List<String> cut(List<String> paragraphs) {
        List<String> parts = new ArrayList<>();
        for (String paragraph : paragraphs) {
            String rest = paragraph.strip();
            while (rest.length() > LONGEST) {
                int end = end(rest);
                parts.add(rest.substring(0, end).strip());
                rest = rest.substring(end).strip();
            }
            if (!rest.isEmpty()) {
                parts.add(rest);
            }
        }
        return parts;
    }

    /** @return where to cut a text that is too long, 1 to {@link #LONGEST} */
    private static int end(String text) {
        int line = text.lastIndexOf('\n', LONGEST);
        if (line > 0) {
            return line;
        }
        int sentence = before(BreakIterator.getSentenceInstance(Locale.ROOT), text);
        if (sentence > 0) {
            return sentence;
        }
        int space = text.lastIndexOf(' ', LONGEST);
        return space > 0 ? space : character(text);
    }

    private static int character(String text) {
        int whole = before(BreakIterator.getCharacterInstance(Locale.ROOT), text);
        if (whole > 0) {
            return whole;
        }
        return Character.isLowSurrogate(text.charAt(LONGEST)) ? LONGEST - 1 : LONGEST;
    }

    /** @return the last boundary that leaves nothing too long and takes no escaped character from its backslash; or 0 */
    private static int before(BreakIterator boundaries, String text) {
        boundaries.setText(text);
        int end = boundaries.preceding(LONGEST + 1);
        while (end > 0 && endsInBackslash(text, end)) {
            end--;
        }
        return end;
    }

    /** Whether the last backslash before this place belongs to what follows. */
    private static boolean endsInBackslash(String text, int end) {
        int start = end;
        while (start > 0 && text.charAt(start - 1) == '\\') {
            start--;
        }
        return (end - start) % 2 == 1;
    }
}
