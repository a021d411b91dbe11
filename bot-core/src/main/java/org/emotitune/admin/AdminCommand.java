package org.emotitune.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A command of admins.
 *
 * @param words what follows its name, in lower case
 */
record AdminCommand(Name name, List<String> words) {
    enum Name {
        REINDEX,
        IMPORT,
        STATS,
        CANCEL
    }

    AdminCommand {
        words = List.copyOf(words);
    }

    /** @return empty if the text is no command of admins */
    static Optional<AdminCommand> of(String text) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return Arrays.stream(Name.values())
                .filter(name -> words.getFirst().equals("/" + name.name().toLowerCase(Locale.ROOT)))
                .map(name -> new AdminCommand(name, words.subList(1, words.size())))
                .findFirst();
    }

    /** See {@link AdminDesk#isLong}. */
    boolean isLong() {
        return switch (name) {
            case REINDEX, IMPORT -> true;
            case STATS, CANCEL -> false;
        };
    }
}
