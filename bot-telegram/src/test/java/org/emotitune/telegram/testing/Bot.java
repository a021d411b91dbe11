package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.ExponentialBackOff;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The library as a bot has it, without a bot. */
public final class Bot implements AutoCloseable {
    private final TelegramUrl url;
    /** By itself okhttp sends a message again when an idle connection breaks, although it may have arrived. */
    private final OkHttpClient http = new OkHttpClient.Builder()
            .readTimeout(70, TimeUnit.SECONDS)
            .retryOnConnectionFailure(false)
            .build();

    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor();
    private final TelegramBotsLongPollingApplication polling = new TelegramBotsLongPollingApplication(
            ObjectMapper::new,
            () -> http,
            () -> poller,
            () -> new ExponentialBackOff.Builder()
                    .setInitialIntervalMillis(20)
                    .setMaxIntervalMillis(100)
                    .build());
    private boolean registered;

    public Bot(LocalTelegram telegram) {
        url = TelegramUrl.builder()
                .schema("http")
                .host("127.0.0.1")
                .port(telegram.address().getPort())
                .build();
        http.dispatcher().setMaxRequestsPerHost(64);
    }

    public OkHttpTelegramClient client() {
        return client(LocalTelegram.TOKEN);
    }

    OkHttpTelegramClient client(String token) {
        return new OkHttpTelegramClient(http, token, url);
    }

    void polls(LongPollingUpdateConsumer consumer) throws TelegramApiException {
        polls(List.of(), consumer);
    }

    void polls(List<String> kinds, LongPollingUpdateConsumer consumer) throws TelegramApiException {
        registered = true;
        polling.registerBot(
                LocalTelegram.TOKEN,
                () -> url,
                last -> GetUpdates.builder()
                        .offset(last + 1)
                        .timeout(50)
                        .limit(100)
                        .allowedUpdates(kinds)
                        .build(),
                consumer);
    }

    @Override
    public void close() throws TelegramApiException {
        if (registered) {
            polling.unregisterBot(LocalTelegram.TOKEN);
        }
        http.dispatcher().cancelAll();
        poller.shutdownNow();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
