package org.emotitune.discord;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the codes mean with which Discord closes the gateway, see
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes.
 */
final class CloseCodes {
    private static final int AUTHENTICATION_FAILED = 4004;
    private static final int INVALID_SHARD = 4010;
    private static final int SHARDING_REQUIRED = 4011;
    private static final int INVALID_VERSION = 4012;
    private static final int INVALID_INTENTS = 4013;
    private static final int DISALLOWED_INTENTS = 4014;

    private CloseCodes() {}

    /** @return what an operator has to be told; empty for a code after which the bot connects again */
    static Optional<RuntimeException> failure(int code) {
        return code == AUTHENTICATION_FAILED
                ? Optional.of(new RejectedTokenException())
                : Optional.ofNullable(sentence(code)).map(RefusedException::new);
    }

    private static @Nullable String sentence(int code) {
        return switch (code) {
            case INVALID_SHARD ->
                "Discord does not accept the number of shards (4010): leave DISCORD_SHARDS empty, so that it is"
                        + " Discord's own (docs/discord.md)";
            case SHARDING_REQUIRED ->
                "the bot is in more servers than its shards may carry (4011): leave DISCORD_SHARDS empty, or raise it"
                        + " (docs/discord.md)";
            case INVALID_VERSION ->
                "Discord has given up this version of its gateway (4012): install a newer EmotiTune, and check"
                        + " DISCORD_GATEWAY_URL if it is set";
            case INVALID_INTENTS ->
                "Discord does not know what the bot asks to be told (4013): install a newer EmotiTune, and check"
                        + " DISCORD_GATEWAY_URL if it is set";
            case DISALLOWED_INTENTS ->
                "Discord does not let this bot read messages (4014): switch on \"Message Content Intent\" on the page"
                        + " \"Bot\" of the developer portal, or set DISCORD_MESSAGE_CONTENT=off";
            default -> null;
        };
    }
}
