package org.emotitune.discord;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotitune.text.Plain;

/**
 * Text as Discord reads it: what is not ours is escaped, so that it is shown as it is written, leads nowhere and calls
 * nobody. Discord takes a backslash before any character that is no letter, digit or space. JDA's sanitizer escapes only
 * pairs of marks, and neither links nor headings, lists, mentions and emoji names. See
 * https://docs.discord.com/developers/reference#message-formatting and
 * https://support.discord.com/hc/en-us/articles/210298617 for what is read as markup.
 */
final class Markdown {
    /**
     * Marks of style, mentions and masked links anywhere; a colon that begins the name of an emoji or the rest of an
     * address; what begins an item of a list.
     */
    private static final Pattern SPECIAL =
            Pattern.compile("[\\\\*_~`|<>\\[\\]@#]|:(?=\\S)|(?<!\\S)[-+](?=\\s)|(?<=(?<!\\S)[0-9]{1,9})[.)](?=\\s)");

    /** "findahelpline.com", "https://example.org/chat". */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\w.@/-])(?:https?://)?((?:[a-z0-9-]+\\.)+[a-z]{2,}(?:/[\\w/-]*)?)(?![\\w@])");

    private Markdown() {}

    /** One line of any text, never blank. */
    static String text(String text) {
        return escaped(Plain.line(text));
    }

    /**
     * @param most UTF-16 units as it is shown; the end of what is longer is left out. Escaped it may be twice as long,
     *     and it may have two marks of direction beside
     */
    static String text(String text, int most) {
        return escaped(Plain.line(text, most));
    }

    /** The same as {@link #text(String)}, but addresses of the web in it can be tapped. They unfold nothing. */
    static String withLinks(String text) {
        String line = Plain.line(text);
        Matcher address = ADDRESS.matcher(line);
        StringBuilder linked = new StringBuilder();
        int end = 0;
        while (address.find()) {
            linked.append(escaped(line.substring(end, address.start())))
                    .append("<https://")
                    .append(address.group(1))
                    .append('>');
            end = address.end();
        }
        return linked.append(escaped(line.substring(end))).toString();
    }

    private static String escaped(String line) {
        return SPECIAL.matcher(line).replaceAll("\\\\$0");
    }

    /** @param escaped of {@link #text} */
    static String bold(String escaped) {
        return "**" + escaped + "**";
    }

    /** @param escaped of {@link #text} */
    static String italic(String escaped) {
        return "*" + escaped + "*";
    }

    /** @param escaped of {@link #text}; stands on a line of its own */
    static String small(String escaped) {
        return "-# " + escaped;
    }
}
