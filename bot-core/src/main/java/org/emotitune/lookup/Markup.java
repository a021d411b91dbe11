package org.emotitune.lookup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** HTML that was left in a text, where a parser of whole pages would lose "<3" and all line breaks. */
final class Markup {
    /** An ampersand that was written as an entity, as often as it was: "&amp;amp;lt;". */
    private static final Pattern AMPERSAND = Pattern.compile("&(?:(?:amp|AMP|#0*+38|#[xX]0*+26);)++");

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX]\\p{XDigit}{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    /** Known names only; and the time stamps of words in an LRC file. */
    private static final Pattern TAG = Pattern.compile(
            "(?i)<(?:(?<line>/?br|/div|hr)|(?<paragraph>/p)|div|/?(?:p|a|b|i|u|em|strong|small|span|font|h[1-6]|sup|sub"
                    + "|blockquote|img))(?:\\s[^<>]*+)?/?>|<\\d{1,3}:\\d{2}(?:[.:]\\d{1,3})?>");

    private static final int LONGEST_TAG = 500;

    private Markup() {}

    /** Line breaks become "\n", entities their characters, other tags nothing. */
    static String read(String text) {
        String decoded = text.indexOf('&') < 0 ? text : decode(text);
        return decoded.indexOf('<') < 0 || decoded.indexOf('>') < 0 ? decoded : withoutTags(decoded);
    }

    private static String decode(String text) {
        return ENTITY.matcher(AMPERSAND.matcher(text).replaceAll("&"))
                .replaceAll(entity -> Matcher.quoteReplacement(Parser.unescapeEntities(entity.group(), false)));
    }

    /** Inner ones first, so that what is left when a tag has gone can be a tag again, all in one pass. */
    private static String withoutTags(String text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            words.append(text.charAt(i));
            if (text.charAt(i) != '>') {
                continue;
            }
            int open = lastOpen(words);
            if (open < 0) {
                continue;
            }
            Matcher tag = TAG.matcher(words.substring(open));
            if (tag.matches()) {
                words.setLength(open);
                words.append(tag.group("line") != null ? "\n" : tag.group("paragraph") != null ? "\n\n" : "");
                i = tag.group("line") == null ? i : lineEnd(text, i);
            }
        }
        return words.toString();
    }

    private static int lastOpen(StringBuilder words) {
        int at = words.length() - 1;
        int first = Math.max(0, words.length() - LONGEST_TAG);
        while (at >= first && words.charAt(at) != '<') {
            at--;
        }
        return at >= first ? at : -1;
    }

    /** The break of the line itself, where there is one right after the tag. */
    private static int lineEnd(String text, int at) {
        int next = at + 1;
        while (next < text.length() && " \t\r".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next < text.length() && text.charAt(next) == '\n' ? next : at;
    }
}
