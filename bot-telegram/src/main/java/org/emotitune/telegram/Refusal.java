package org.emotitune.telegram;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a refusal of the Bot API means. Its words are all there is to tell them by; they are documented nowhere. */
enum Refusal {
    NOT_MODIFIED("message is not modified"),
    NOT_FOUND(
            "message to edit not found",
            "message to delete not found",
            "message to react not found",
            "message can't be edited",
            "message can't be deleted",
            "message_id_invalid",
            "query is too old",
            "query_id_invalid",
            "wrong file_id"),
    /** The bot is out of the chat, or the chat is no more. */
    GONE(
            "bot was blocked by the user",
            "user is deactivated",
            "bot was kicked",
            "bot is not a member",
            "group chat was deleted"),
    FORBIDDEN(
            "chat not found",
            "bot can't initiate conversation",
            "not enough rights",
            "have no rights",
            "need administrator rights",
            "chat_write_forbidden"),
    NO_THREAD("message thread not found"),
    BAD_MARKUP("can't parse entities"),
    OTHER;

    private static final int FORBIDDEN_CODE = 403;
    private static final int LONGEST = 200;
    private static final Pattern QUOTED =
            Pattern.compile("\".*\"|(?<![a-z])'.*'", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern ID = Pattern.compile("\\d{5,}");

    private final String words;

    Refusal(String... words) {
        this.words = String.join("\n", words);
    }

    static Refusal of(int code, String description) {
        String said = description.toLowerCase(Locale.ROOT);
        for (Refusal one : values()) {
            if (one.words.lines().anyMatch(said::contains)) {
                return one;
            }
        }
        return code == FORBIDDEN_CODE ? FORBIDDEN : OTHER;
    }

    /** For a log: what Telegram quotes of a message is taken out, as are ids; 200 characters at most. */
    static String withoutQuotes(String description) {
        String kept = ID.matcher(QUOTED.matcher(description).replaceAll("…")).replaceAll("…");
        return kept.length() <= LONGEST ? kept : kept.substring(0, LONGEST);
    }
}
