package org.emotitune.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.emotitune.config.TelegramSettings;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A webhook, the Telegram that brings updates to it, and anybody else who tries to. */
@Timeout(120)
abstract class WebhookCase {
    static final String SECRET = "a-secret_of-the-tests";
    static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    final Warnings warnings = new Warnings();
    final LocalTelegram telegram = new LocalTelegram();
    final Person ana = telegram.person("Ana", "es");
    final Received received = new Received();
    final CountDownLatch rejected = new CountDownLatch(1);
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final int port = freePort();
    final URI address = URI.create("http://127.0.0.1:%d/hook/telegram".formatted(port));
    final Webhook webhook = webhook(LocalTelegram.TOKEN, SECRET);

    @AfterEach
    void close() {
        webhook.close();
        telegram.close();
        warnings.close();
        http.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Webhook webhook(String token, String secret) {
        BackOff quick = new BackOff(Duration.ofMillis(20), Duration.ofMillis(100), new Random(6));
        TelegramSettings settings = new TelegramSettings(
                token,
                telegram.address(),
                new TelegramSettings.Webhook(address, secret.isEmpty() ? null : secret, port));
        return new Webhook(settings, Clock.systemUTC(), quick);
    }

    void start() {
        webhook.start(received, rejected::countDown);
        telegram.until(() -> telegram.calls("setWebhook").stream().anyMatch(call -> call.status() == 200));
    }

    HttpResponse<Void> post(URI to, String secret, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(to).POST(BodyPublishers.ofByteArray(body));
        if (!secret.isEmpty()) {
            request.header(SECRET_HEADER, secret);
        }
        return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.discarding());
    }

    int post(String secret, String body) throws Exception {
        return post(address, secret, body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .statusCode();
    }

    static String update(int id, String text) {
        return """
                {"update_id": %d, "message": {"message_id": 1, "date": 1, "text": "%s",
                "chat": {"id": 7, "type": "private"}, "from": {"id": 7, "is_bot": false, "first_name": "Ana"}}}
                """.formatted(id, text);
    }
}
