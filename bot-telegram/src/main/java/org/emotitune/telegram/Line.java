package org.emotitune.telegram;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import org.emotitune.config.TelegramSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * The line to Telegram by which updates are got: its calls last as long as a poll, and are made until they succeed.
 * Calls come from one thread; {@link #close} may be called from any.
 */
final class Line implements AutoCloseable {
    /** A call of the library. */
    interface Call<T> {
        CompletableFuture<T> on(OkHttpTelegramClient telegram) throws TelegramApiException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** How much longer than it may be held a call may take. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final Duration BETWEEN_CONFLICTS = Duration.ofMinutes(5);

    private final URI api;
    private final OkHttpClient http;
    private final OkHttpTelegramClient telegram;
    private final Duration longest;
    private final Clock clock;
    private final BackOff backOff;
    private final Outage unreachable;
    private final Outage refused;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Instant conflictTold = Instant.MIN;

    /**
     * @param settings with a token
     * @param held how long Telegram may hold a call
     */
    Line(TelegramSettings settings, Duration held, Clock clock, BackOff backOff) {
        this.api = settings.api();
        this.longest = held.plus(GRACE);
        this.http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(longest)
                .callTimeout(longest)
                .build();
        this.telegram = new OkHttpTelegramClient(http, Objects.requireNonNull(settings.token()), url(api));
        this.clock = clock;
        this.backOff = backOff;
        this.unreachable = new Outage("Telegram can be reached again", clock);
        this.refused = new Outage("Telegram takes it now", clock);
    }

    static TelegramUrl url(URI api) {
        boolean secure = "https".equals(api.getScheme());
        return TelegramUrl.builder()
                .schema(api.getScheme())
                .host(api.getHost())
                .port(api.getPort() > 0 ? api.getPort() : secure ? 443 : 80)
                .build();
    }

    /**
     * Calls until it succeeds, and tells the operator what keeps it from that.
     *
     * @param call asked anew for each try
     * @param rejected told if Telegram does not know the token
     * @return empty if there is no more to be had: the token is not known, or this has been closed
     */
    <T> Optional<T> insist(Call<T> call, Runnable rejected) throws InterruptedException {
        while (!isClosed()) {
            Trouble trouble;
            try {
                // A bound of our own: an Error inside the library would leave it waiting for ever.
                T result = call.on(telegram).get(longest.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
                if (result != null) {
                    well();
                    return isClosed() ? Optional.empty() : Optional.of(result);
                }
                trouble = new Trouble.Unreachable("its answer is empty");
            } catch (ExecutionException e) {
                trouble = Trouble.of(Objects.requireNonNullElse(e.getCause(), e));
            } catch (TelegramApiException | TimeoutException | RuntimeException e) {
                trouble = Trouble.of(e);
            }
            if (isHopeless(trouble, rejected)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether Telegram could not be reached the last time. */
    boolean isDown() {
        return unreachable.isOn();
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Waits. @return whether all of that time; false if this was closed meanwhile */
    boolean pause(Duration time) throws InterruptedException {
        return !closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void well() {
        backOff.reset();
        unreachable.well();
        refused.well();
    }

    /** Tells of it and waits; or, where waiting is of no use, ends it. */
    private boolean isHopeless(Trouble trouble, Runnable rejected) throws InterruptedException {
        if (isClosed()) {
            return true;
        }
        switch (trouble) {
            case Trouble.Rejected() -> {
                rejected.run();
                return true;
            }
            case Trouble.TooMany(var wait) -> {
                LOG.info("Telegram asks for patience: {} s.", wait.toSeconds());
                pause(wait);
            }
            case Trouble.Conflict(var webhook) -> {
                tellConflict(webhook);
                pause(backOff.next());
            }
            case Trouble.Unreachable(var how) -> {
                unreachable.failed("Telegram cannot be reached at %s (%s)".formatted(api, how));
                pause(backOff.next());
            }
            case Trouble.Refused(var description) -> {
                refused.failed("Telegram refuses to give or send updates: " + description);
                pause(backOff.next());
            }
        }
        return false;
    }

    private void tellConflict(boolean webhook) {
        Instant now = clock.instant();
        if (now.isAfter(conflictTold.plus(BETWEEN_CONFLICTS))) {
            conflictTold = now;
            LOG.warn(
                    webhook
                            ? "A webhook has been set with this token: then nobody can poll. If another instance works "
                                    + "by it, stop one of the two; this one takes over when it is started again."
                            : "Another instance is polling with this token; two cannot: stop one of them. Trying again.");
        }
    }

    /** Ends the call that is under way, at once; there are no more. */
    @Override
    public void close() {
        closed.countDown();
        // In this order: what comes after the first is refused, what came before it is ended by the second.
        http.dispatcher().executorService().shutdown();
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }
}
