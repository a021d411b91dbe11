package org.emotitune.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Why a call for updates did not succeed, by what is to be done about it. */
sealed interface Trouble {
    /** Telegram does not know the token: no use in trying again. */
    record Rejected() implements Trouble {}

    /** @param webhook whether updates are sent to a webhook now; else somebody else polls */
    record Conflict(boolean webhook) implements Trouble {}

    record TooMany(Duration pause) implements Trouble {}

    /** No connection, or no answer of Telegram's; how that shows stands in brackets behind a sentence. */
    record Unreachable(String how) implements Trouble {}

    /** @param description Telegram's own, about what was asked */
    record Refused(String description) implements Trouble {}

    int UNAUTHORIZED = 401;
    /** What it answers to a token that cannot be one. */
    int NOT_FOUND = 404;

    int CONFLICT = 409;
    int TOO_MANY = 429;
    int SERVER_ERROR = 500;

    static Trouble of(Throwable failure) {
        if (!(failure instanceof TelegramApiRequestException refusal) || refusal.getApiResponse() == null) {
            return new Unreachable(failure instanceof IOException ? name(failure) : "it did not answer as it should");
        }
        int code = refusal.getErrorCode() == null ? 0 : refusal.getErrorCode();
        return switch (code) {
            case UNAUTHORIZED, NOT_FOUND -> new Rejected();
            case CONFLICT -> new Conflict(isAboutWebhook(refusal.getApiResponse()));
            case TOO_MANY -> new TooMany(wait(refusal));
            default ->
                code >= SERVER_ERROR ? new Unreachable("it answers " + code) : new Refused(refusal.getApiResponse());
        };
    }

    private static boolean isAboutWebhook(String description) {
        return description.toLowerCase(Locale.ROOT).contains("webhook");
    }

    private static Duration wait(TelegramApiRequestException refusal) {
        return Optional.ofNullable(refusal.getParameters())
                .map(ResponseParameters::getRetryAfter)
                .map(Duration::ofSeconds)
                .orElse(Duration.ofSeconds(1));
    }

    /** The message may name addresses, and one day the token. */
    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
