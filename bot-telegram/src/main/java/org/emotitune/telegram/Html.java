package org.emotitune.telegram;

import java.net.URI;
import java.util.List;
import org.emotitune.text.Plain;

/**
 * Text with Telegram's markup.
 *
 * @param source as it is sent
 * @param length UTF-16 units that are left when the markup has been read
 * @param entities how many things are marked in it
 */
record Html(String source, int length, int entities) {
    /** What Telegram takes in a message. */
    static final int LONGEST = 4_096;
    /** Those beyond are shown as plain text, without an error. */
    static final int MOST_ENTITIES = 100;

    static final Html NOTHING = new Html("", 0, 0);

    /** Telegram gives no number; browsers take as much. */
    private static final int LONGEST_LINK = 2_048;

    /** One line of any text. */
    static Html text(String text) {
        return escaped(Plain.line(text));
    }

    /** @param most UTF-16 units; the end of what is longer is left out */
    static Html text(String text, int most) {
        return escaped(Plain.line(text, most));
    }

    /** A text of ours: shown as it is. */
    static Html plain(String text) {
        return escaped(text);
    }

    private static Html escaped(String text) {
        return new Html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"), text.length(), 0);
    }

    Html bold() {
        return marked("<b>", "</b>");
    }

    Html italic() {
        return marked("<i>", "</i>");
    }

    /** Without a link where the address is longer than anybody takes. */
    Html link(URI to) {
        String address = to.toString();
        return address.length() > LONGEST_LINK
                ? this
                : marked("<a href=\"" + escaped(address).source().replace("\"", "&quot;") + "\">", "</a>");
    }

    private Html marked(String start, String end) {
        return new Html(start + source + end, length, entities + 1);
    }

    Html plus(Html next) {
        return new Html(source + next.source, length + next.length, entities + next.entities);
    }

    Html plus(String plain) {
        return plus(plain(plain));
    }

    static Html join(String between, List<Html> parts) {
        return parts.stream()
                .reduce((before, next) -> before.plus(between).plus(next))
                .orElse(NOTHING);
    }
}
