package org.emotitune.reindex;

import java.util.List;

/**
 * Who asks for an admin's work.
 *
 * @param platform in lower case: "terminal", "telegram", "discord"
 * @param ids what the platform calls the person, then the chat or channel; empty on the terminal
 * @param vouched whether the adapter's own check was passed
 */
public record Caller(String platform, List<String> ids, boolean vouched) {
    static final String TERMINAL = "terminal";

    public Caller {
        if (platform.isBlank()) {
            throw new IllegalArgumentException("a caller must come from a platform");
        }
        ids = List.copyOf(ids);
    }

    /** Whoever has the terminal has the program. */
    public static Caller atTheTerminal() {
        return new Caller(TERMINAL, List.of(), true);
    }

    /** As reports name the caller: the platform, and the person's id on it. */
    String name() {
        return ids.isEmpty() ? platform : platform + " " + ids.getFirst();
    }
}
