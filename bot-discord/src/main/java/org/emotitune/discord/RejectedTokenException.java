package org.emotitune.discord;

import java.io.Serial;

/** Discord does not know the bot's token: nothing works until another one is set. */
public final class RejectedTokenException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    RejectedTokenException() {
        super("Discord does not know this token (was it reset?): check DISCORD_BOT_TOKEN (docs/discord.md)");
    }
}
