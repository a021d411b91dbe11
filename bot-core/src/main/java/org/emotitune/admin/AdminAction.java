package org.emotitune.admin;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotitune.conversation.Button;

/**
 * What a button of admins does. It needs no seal: whoever taps is checked every time.
 *
 * @param about what it is done to: a number or an id; empty where there is nothing to tell apart
 */
record AdminAction(Kind kind, String about) {
    static final String PREFIX = "admin.";

    enum Kind {
        /** The same as the command. */
        REINDEX,
        /** After the question, when it was asked in seconds since 1970. */
        START,
        /** The same, reading everything again. */
        FULL,
        /** A job, by its number. */
        CANCEL,
        /** A file, by its id. */
        IMPORT,
        /** A file, by its id. */
        DROP,
        /** A question is answered by no. */
        NO
    }

    private static final Pattern CODE = Pattern.compile("admin\\.([a-z]{1,8})(?:\\.([0-9a-f]{1,40}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** @return empty if this version of the program makes no such button */
    static Optional<AdminAction> of(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String about = parts.group(2) == null ? "" : parts.group(2);
        for (Kind kind : Kind.values()) {
            if (name(kind).equals(parts.group(1))) {
                return Optional.of(new AdminAction(kind, about));
            }
        }
        return Optional.empty();
    }

    static Button button(String label, Kind kind) {
        return new Button(label, PREFIX + name(kind));
    }

    static Button button(String label, Kind kind, Object about) {
        return new Button(label, PREFIX + name(kind) + "." + about);
    }

    /** See {@link AdminDesk#isLong}. */
    boolean isLong() {
        return switch (kind) {
            case REINDEX, START, FULL, IMPORT -> true;
            case CANCEL, DROP, NO -> false;
        };
    }

    /** @return -1 where it is about no number */
    long number() {
        return NUMBER.matcher(about).matches() ? Long.parseLong(about) : -1;
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
