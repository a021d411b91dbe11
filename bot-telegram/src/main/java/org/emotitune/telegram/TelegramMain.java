package org.emotitune.telegram;

import java.util.Map;

/** Starts the Telegram bot. For now it only says what is missing: the adapter has not been written yet. */
public final class TelegramMain {
    static final int WRONG_USE = 2;
    static final int FAILURE = 1;

    private static final String TOKEN = "TELEGRAM_BOT_TOKEN";

    private TelegramMain() {}

    /** Ends the process with exit code 2 without a token, and 1 with one. */
    public static void main(String[] arguments) {
        System.err.println("emotitune: " + problem(System.getenv()));
        System.exit(hasToken(System.getenv()) ? FAILURE : WRONG_USE);
    }

    static String problem(Map<String, String> environment) {
        return hasToken(environment)
                ? "the Telegram bot is not part of this version yet; the terminal chat is: ./emotitune chat"
                : "there is no Telegram bot token (%s); but the Telegram bot is not part of this version yet"
                        .formatted(TOKEN);
    }

    private static boolean hasToken(Map<String, String> environment) {
        return !environment.getOrDefault(TOKEN, "").isBlank();
    }
}
