package org.emotitune.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.InteractionExpiredException;
import net.dv8tion.jda.api.exceptions.InteractionFailureException;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Response;

/** What became of a call that failed, as far as anything can be done about it. */
enum Trouble {
    /**
     * The interaction's time is over: three seconds to acknowledge, fifteen minutes to answer. Or its acknowledgement
     * has failed, and JDA sends nothing more for it.
     */
    EXPIRED,
    /** Somebody else, another process of this bot, has acknowledged the interaction. */
    TAKEN,
    /** The message or the channel is not there any more. */
    GONE,
    /** The bot may not do that there, or the person takes no messages from it. */
    FORBIDDEN,
    /** Discord could not be reached, did not answer in time, or failed: nobody can tell whether it was done. */
    UNKNOWN,
    /** Discord does not take it: a fault of the bot. */
    REFUSED;

    private static final Set<ErrorResponse> OVER = Set.of(
            ErrorResponse.UNKNOWN_INTERACTION, ErrorResponse.UNKNOWN_WEBHOOK, ErrorResponse.INVALID_WEBHOOK_TOKEN);
    private static final Set<ErrorResponse> NOT_THERE = Set.of(
            ErrorResponse.UNKNOWN_MESSAGE,
            ErrorResponse.UNKNOWN_CHANNEL,
            ErrorResponse.UNKNOWN_GUILD,
            ErrorResponse.UNKNOWN_USER,
            ErrorResponse.REFERENCED_MESSSAGE_NOT_FOUND);
    /** Some come with the status 400, unlike most that Discord does not allow. */
    private static final Set<ErrorResponse> NOT_ALLOWED = Set.of(
            ErrorResponse.MISSING_ACCESS,
            ErrorResponse.MISSING_PERMISSIONS,
            ErrorResponse.CANNOT_SEND_TO_USER,
            ErrorResponse.NO_MUTUAL_GUILDS,
            ErrorResponse.REPLY_FAILED_MISSING_MESSAGE_HISTORY_PERM,
            ErrorResponse.ILLEGAL_OPERATION_ARCHIVED_THREAD,
            ErrorResponse.THREAD_LOCKED,
            ErrorResponse.MESSAGE_BLOCKED_BY_AUTOMOD);

    private static final int FORBIDDEN_STATUS = 403;
    private static final int SERVER_STATUS = 500;

    static Trouble of(Throwable failure) {
        return switch (failure) {
            case InteractionExpiredException e -> EXPIRED;
            case InteractionFailureException e -> EXPIRED;
            case InsufficientPermissionException e -> FORBIDDEN;
            case ErrorResponseException answered -> of(answered);
            // also what JDA does with calls that wait while it is shut down, or for longer than they may
            case RateLimitedException e -> UNKNOWN;
            case CancellationException e -> UNKNOWN;
            case RejectedExecutionException e -> UNKNOWN;
            case TimeoutException e -> UNKNOWN;
            case IOException e -> UNKNOWN;
            case UncheckedIOException e -> UNKNOWN;
            case CompletionException e when e.getCause() != null -> of(e.getCause());
            case ExecutionException e when e.getCause() != null -> of(e.getCause());
            default -> isUnreadable(failure) ? UNKNOWN : REFUSED;
        };
    }

    /** Whether an answer came that stopped half way, or was none of Discord's. */
    private static boolean isUnreadable(Throwable failure) {
        return failure instanceof ParsingException
                || failure.getCause() instanceof ParsingException
                || failure.getCause() instanceof IOException;
    }

    private static Trouble of(ErrorResponseException answered) {
        ErrorResponse response = answered.getErrorResponse();
        if (OVER.contains(response)) {
            return EXPIRED;
        }
        if (response == ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED) {
            return TAKEN;
        }
        if (NOT_THERE.contains(response)) {
            return GONE;
        }
        if (NOT_ALLOWED.contains(response)) {
            return FORBIDDEN;
        }
        return ofStatus(answered.getResponse());
    }

    /** JDA takes every error that it does not know for one of the server: the status of the answer tells. */
    private static Trouble ofStatus(Response response) {
        if (response.isError() || response.isRateLimit() || response.code >= SERVER_STATUS) {
            return UNKNOWN;
        }
        return response.code == FORBIDDEN_STATUS ? FORBIDDEN : REFUSED;
    }
}
