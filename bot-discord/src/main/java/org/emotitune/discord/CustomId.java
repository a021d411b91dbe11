package org.emotitune.discord;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotitune.conversation.Button;

/**
 * What Discord hands back when a component is used: at most 100 characters, see
 * https://discord.com/developers/docs/components/reference.
 *
 * @param asker id of the person whose answer the component stands below; 0 for everybody's
 * @param action of a {@link Button}: at most {@link Button#LONGEST_ACTION} printable ASCII characters; for
 *     {@link Kind#CHOICE} the number of the first song that is chosen from, so that menus of one message differ: the
 *     options carry the actions
 */
record CustomId(Kind kind, long asker, String action) {
    static final int LONGEST = 100;

    enum Kind {
        /** A button of the conversation. */
        TAP("t"),
        /** A menu whose options are actions of the conversation. */
        CHOICE("c"),
        /** A mood of a round in which several people take part. */
        MOOD("g"),
        /** A command of people: the action is its name. */
        COMMAND("m"),
        /** A button of admins. */
        ADMIN("a");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    private static final Pattern ACTION = Pattern.compile("[!-~]{0,%d}".formatted(Button.LONGEST_ACTION));
    private static final Pattern FORM = Pattern.compile("([a-z])\\.([0-9a-z]{1,13})\\.(%s)".formatted(ACTION));
    private static final int RADIX = 36;

    CustomId {
        if (!ACTION.matcher(action).matches() || (kind == Kind.TAP && action.isEmpty())) {
            throw new IllegalArgumentException("no action of a %s: '%s'".formatted(kind, action));
        }
    }

    static CustomId tap(long asker, Button button) {
        return new CustomId(Kind.TAP, asker, button.action());
    }

    /** @return empty for what no version of this bot has made */
    static Optional<CustomId> of(String id) {
        Matcher parts = FORM.matcher(id);
        return Arrays.stream(Kind.values())
                .filter(kind -> parts.matches() && kind.sign.equals(parts.group(1)))
                .findFirst()
                .flatMap(kind -> of(kind, parts.group(2), parts.group(3)))
                .filter(read -> read.text().equals(id));
    }

    private static Optional<CustomId> of(Kind kind, String asker, String action) {
        try {
            return Optional.of(new CustomId(kind, Long.parseUnsignedLong(asker, RADIX), action));
        } catch (IllegalArgumentException e) {
            // more than 64 bits, or no action
            return Optional.empty();
        }
    }

    /** As Discord gets it. */
    String text() {
        return "%s.%s.%s".formatted(kind.sign, Long.toUnsignedString(asker, RADIX), action);
    }
}
