package org.emotitune.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Single calls over HTTP, and what came of each. Thread-safe. */
final class Wire implements AutoCloseable {
    private static final Duration FOR_A_CALL = Duration.ofSeconds(20);
    private static final Duration FOR_AN_UPLOAD = Duration.ofSeconds(60);
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_KEEP = Duration.ofMinutes(5);
    private static final int IDLE = 5;
    private static final int AT_THE_SAME_TIME = 64;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int ERROR = 500;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY = 429;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OkHttpClient http;
    private final OkHttpTelegramClient calls;
    private final OkHttpTelegramClient uploads;
    private final OkHttpClient ownLine;
    private final OkHttpTelegramClient first;

    /** @param api scheme, host and port */
    Wire(String token, URI api) {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(AT_THE_SAME_TIME);
        dispatcher.setMaxRequestsPerHost(AT_THE_SAME_TIME);
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .addInterceptor(new Fate())
                // By itself okhttp sends a message again when an idle connection breaks, although it may have arrived.
                .retryOnConnectionFailure(false)
                // The token goes nowhere else.
                .followRedirects(false)
                .connectTimeout(TO_CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(FOR_A_CALL)
                .connectionPool(pool(api))
                .pingInterval(TO_CONNECT)
                .build();
        ObjectMapper json = new ObjectMapper();
        TelegramUrl url = url(api);
        calls = new OkHttpTelegramClient(json, http, token, url);
        uploads = new OkHttpTelegramClient(
                json, http.newBuilder().callTimeout(FOR_AN_UPLOAD).build(), token, url);
        ownLine = http.newBuilder().dispatcher(new Dispatcher(threads)).build();
        first = new OkHttpTelegramClient(json, ownLine, token, url);
    }

    /**
     * Connections that died while nothing was sent must be seen before the next message is given to one: HTTP/2 of
     * api.telegram.org notices, with its pings. HTTP/1.1 of an own server does not; there each call gets a new one.
     */
    private static ConnectionPool pool(URI api) {
        return new ConnectionPool(api.getScheme().equals("https") ? IDLE : 0, TO_KEEP.toSeconds(), TimeUnit.SECONDS);
    }

    private static TelegramUrl url(URI api) {
        int usual = api.getScheme().equals("https") ? 443 : 80;
        return TelegramUrl.builder()
                .schema(api.getScheme())
                .host(api.getHost())
                .port(api.getPort() < 0 ? usual : api.getPort())
                .build();
    }

    /** Where the thread is interrupted the answer is lost, and the thread stays interrupted. */
    <T extends Serializable> Answer<T> send(BotCall<T> call) {
        return send(call, calls);
    }

    /** The same, without waiting for the calls of {@link #send}, of which only so many are made at the same time. */
    <T extends Serializable> Answer<T> sendFirst(BotCall<T> call) {
        return send(call, first);
    }

    private <T extends Serializable> Answer<T> send(BotCall<T> call, OkHttpTelegramClient client) {
        try {
            call.rewind();
            return new Answer.Done<>(start(call.method(), client).get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Lost<>("interrupted");
        } catch (ExecutionException e) {
            return failure(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TelegramApiException | IOException | RuntimeException e) {
            // Before anything was sent. The message of a validation is a sentence of the library; others may quote.
            String why = e instanceof TelegramApiException ? ": " + e.getMessage() : "";
            return new Answer.Wrong<>(e.getClass().getSimpleName() + why);
        }
    }

    @SuppressWarnings("unchecked") // each method tells its own result
    private <T extends Serializable> CompletableFuture<T> start(
            PartialBotApiMethod<T> method, OkHttpTelegramClient client) throws TelegramApiException {
        return switch (method) {
            case SendDocument document -> (CompletableFuture<T>) uploads.executeAsync(document);
            case SendPhoto photo -> (CompletableFuture<T>) uploads.executeAsync(photo);
            case SetWebhook webhook -> (CompletableFuture<T>) client.executeAsync(webhook);
            case BotApiMethod<T> other -> client.executeAsync(other);
            default -> throw new IllegalArgumentException("no method of this bot: " + method.getMethod());
        };
    }

    private static <T> Answer<T> failure(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            Answer<T> answer = switch (each) {
                case TelegramApiRequestException refusal when refusal.getApiResponse() != null -> refused(refusal);
                case Fate.NoAnswer none -> noAnswer(none.status());
                case Fate.NotSent notSent -> new Answer.NotSent<>(name(notSent.getCause()));
                default -> null;
            };
            if (answer != null) {
                return answer;
            }
        }
        return new Answer.Lost<>(name(failure));
    }

    private static String name(@Nullable Throwable failure) {
        return failure == null ? "" : failure.getClass().getSimpleName();
    }

    private static <T> Answer<T> refused(TelegramApiRequestException refusal) {
        int code = Optional.ofNullable(refusal.getErrorCode()).orElse(0);
        Optional<ResponseParameters> parameters = Optional.ofNullable(refusal.getParameters());
        Optional<Long> movedTo = parameters.map(ResponseParameters::getMigrateToChatId);
        if (movedTo.isPresent()) {
            return new Answer.Moved<>(movedTo.get());
        }
        if (code == TOO_MANY) {
            int seconds = parameters.map(ResponseParameters::getRetryAfter).orElse(1);
            return new Answer.TooMany<>(Duration.ofSeconds(seconds));
        }
        return new Answer.Refused<>(code, refusal.getApiResponse());
    }

    private static <T> Answer<T> noAnswer(int status) {
        if (status == GATEWAY_TIMEOUT) {
            // Whoever says so has passed the call on.
            return new Answer.Lost<>("HTTP " + status);
        }
        if (status == TOO_MANY) {
            return new Answer.TooMany<>(Duration.ofSeconds(1));
        }
        return status >= ERROR || status < BAD_REQUEST
                ? new Answer.Trouble<>(status)
                : new Answer.Refused<>(status, "no answer of the Bot API");
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        ownLine.dispatcher().cancelAll();
        threads.shutdownNow();
        http.connectionPool().evictAll();
    }
}
