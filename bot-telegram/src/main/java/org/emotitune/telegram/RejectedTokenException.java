package org.emotitune.telegram;

import java.io.Serial;

/** Telegram does not know the bot's token: nothing works until another one is set. */
public final class RejectedTokenException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    RejectedTokenException() {
        super("Telegram does not know this token: check TELEGRAM_BOT_TOKEN (docs/telegram.md)");
    }
}
