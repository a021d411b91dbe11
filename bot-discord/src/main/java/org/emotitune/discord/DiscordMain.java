package org.emotitune.discord;

import java.util.Map;

/** Starts the Discord bot. For now it only says what is missing: the adapter has not been written yet. */
public final class DiscordMain {
    static final int WRONG_USE = 2;
    static final int FAILURE = 1;

    private static final String TOKEN = "DISCORD_BOT_TOKEN";

    private DiscordMain() {}

    /** Ends the process with exit code 2 without a token, and 1 with one. */
    public static void main(String[] arguments) {
        System.err.println("emotitune: " + problem(System.getenv()));
        System.exit(hasToken(System.getenv()) ? FAILURE : WRONG_USE);
    }

    static String problem(Map<String, String> environment) {
        return hasToken(environment)
                ? "the Discord bot is not part of this version yet; the terminal chat is: ./emotitune chat"
                : "there is no Discord bot token (%s); but the Discord bot is not part of this version yet"
                        .formatted(TOKEN);
    }

    private static boolean hasToken(Map<String, String> environment) {
        return !environment.getOrDefault(TOKEN, "").isBlank();
    }
}
