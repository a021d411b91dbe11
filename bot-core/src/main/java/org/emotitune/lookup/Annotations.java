package org.emotitune.lookup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notes about the words: section headers, time stamps and tags of LRC files, repeats. */
final class Annotations {
    private static final int LONGEST_NOTE = 200;
    /** A header that names several artists comes in pieces where each of them was a link. */
    private static final int MOST_LINE_BREAKS = 4;

    private static final Pattern REPEAT =
            Pattern.compile("(?i)\\((?:[x×] ?\\d{1,2}|\\d{1,2} ?[x×]|bis|\\d{1,2} (?:veces|times|fois|vegades|раза?)"
                    + "|repeat(?: [x×]? ?\\d{1,2})?|se repite(?: [x×]? ?\\d{1,2})?)\\)");

    private static final Pattern REPEAT_AT_LINE_END = Pattern.compile("[ \\t][xX×]\\d{1,2}$");
    private static final int LONGEST_REPEAT = 4;

    /** A line that is nothing but "Coro:" or "(Chorus x2)". */
    private static final Pattern SECTION = Pattern.compile(
            "(?i)(?<open>\\()?(?:(?:pre-?|post-?)?(?:chorus|coro|estribillo|tornada)|refrain|verse|verso|estrofa|couplet"
                    + "|bridge|puente|intro|outro|hook|interlude|interludio)(?: \\d{1,2})?(?: [x×]\\d{1,2})?"
                    + "(?:\\):?|:)");

    private static final int LONGEST_SECTION = 40;

    private Annotations() {}

    static String without(String text) {
        String words = text.indexOf(']') < 0 ? text : withoutBrackets(text);
        return withoutLineEnds(withoutRepeats(words));
    }

    /** Inner ones first: a bracket that closes takes all of the text from the last one that opened. */
    private static String withoutBrackets(String text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int open = text.charAt(i) == ']' ? lastOpen(words) : -1;
            if (open < 0) {
                words.append(text.charAt(i));
                continue;
            }
            words.setLength(open);
            if (isLetter(words, open - 1) && isLetter(text, i + 1)) {
                words.append('\n');
            }
        }
        return words.toString();
    }

    private static int lastOpen(StringBuilder words) {
        int lineBreaks = 0;
        for (int at = words.length() - 1; at >= 0 && words.length() - at <= LONGEST_NOTE; at--) {
            char c = words.charAt(at);
            if (c == '[') {
                return at;
            }
            if (c == '\n' && ++lineBreaks > MOST_LINE_BREAKS) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isLetter(CharSequence text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static String withoutRepeats(String text) {
        StringBuilder words = new StringBuilder();
        Matcher repeat = REPEAT.matcher(text);
        int done = 0;
        for (int at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
            if (repeat.region(at, text.length()).lookingAt()) {
                words.append(text, done, at).append(' ');
                done = repeat.end();
            }
        }
        return done == 0 ? text : words.append(text, done, text.length()).toString();
    }

    /** Neither repeats at the end of a line nor lines that are the name of a section. */
    private static String withoutLineEnds(String text) {
        StringBuilder words = new StringBuilder();
        int done = 0;
        int start = 0;
        while (start <= text.length()) {
            int lineEnd = text.indexOf('\n', start);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            int kept = keptEnd(text, start, end);
            if (kept < end) {
                words.append(text, done, kept);
                done = end;
            }
            start = end + 1;
        }
        return done == 0 ? text : words.append(text, done, text.length()).toString();
    }

    /** @return where the part of a line ends that is words */
    private static int keptEnd(String text, int start, int end) {
        int last = end - 1;
        while (last >= start && text.charAt(last) == ' ') {
            last--;
        }
        if (last < start) {
            return end;
        }
        char c = text.charAt(last);
        if (c >= '0' && c <= '9') {
            int from = Math.max(start, last + 1 - LONGEST_REPEAT);
            Matcher repeat = REPEAT_AT_LINE_END.matcher(text).region(from, last + 1);
            return repeat.find() ? repeat.start() : end;
        }
        boolean mayBeSection = (c == ':' || c == ')') && end - start <= LONGEST_SECTION;
        return mayBeSection && isSection(text.substring(start, end).strip()) ? start : end;
    }

    private static boolean isSection(String line) {
        Matcher section = SECTION.matcher(line);
        return section.matches() && (section.group("open") != null) == line.contains(")");
    }
}
