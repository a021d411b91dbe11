package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.emotitune.config.TelegramSettings;
import org.emotitune.db.TestDatabase;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot where Telegram brings the updates. */
@Timeout(180)
class WebhookBotTest {
    private static final String SECRET = "only_Telegram-knows";

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @RegisterExtension
    static final SilentToken silent = new SilentToken(SECRET, "mi novio");

    @TempDir
    static Path home;

    @Test
    void aConversationAndAStrangerAndARestart() throws Exception {
        int port = freePort();
        URI address = URI.create("http://127.0.0.1:%d/hook".formatted(port));
        TelegramSettings.Webhook webhook = new TelegramSettings.Webhook(address, SECRET, port);
        AdminSetup setup = new AdminSetup(database.address(), home, true, null);
        try (LocalTelegram telegram = new LocalTelegram()) {
            Person ana = telegram.person("Ana", "es");
            try (RunningBot bot = setup.start(telegram, webhook, ana.id())) {
                assertThat(bot.bot().name()).isEqualTo(LocalTelegram.BOT_NAME);
                talks(telegram, ana);

                for (String wrong : new String[] {"", "wrong", SECRET + "x"}) {
                    assertThat(post(address, wrong, ana)).isEqualTo(401);
                }
                assertThat(post(address, SECRET, ana)).isEqualTo(200);
                assertThat(post(address, SECRET, ana)).isEqualTo(200);
                telegram.until(() -> ana.chat().ofBot().size() == 2);
            }
            ana.says("/stats"); // nobody is there to take it: Telegram keeps it
            try (RunningBot bot = setup.start(telegram, webhook, ana.id())) {
                assertThat(bot.bot().name()).isNotEmpty();
                telegram.until(() -> ana.chat().ofBot().size() == 3 && telegram.waitingUpdates() == 0);
            }

            assertThat(ana.chat().answer().text()).startsWith("Songs that are searched");
            assertThat(ana.chat().ofBot()).hasSize(3);
            assertThat(telegram.calls("getUpdates")).isEmpty();
        }
    }

    private static void talks(LocalTelegram telegram, Person ana) {
        ana.says("me acaba de dejar mi novio");
        telegram.until(() -> ana.chat().ofBot().size() == 1);
        String first = ana.chat().answer().text();
        String tap = ana.taps("Más");
        telegram.until(() -> telegram.tapAnswer(tap).isPresent()
                && !ana.chat().answer().text().equals(first));
    }

    private static int post(URI to, String secret, Person ana) throws Exception {
        String update = """
                {"update_id": 12, "message": {"message_id": 900, "date": 1, "text": "/help",
                "chat": {"id": %d, "type": "private"}, "from": {"id": %d, "is_bot": false, "first_name": "Ana"}}}
                """.formatted(ana.id(), ana.id());
        HttpRequest.Builder request = HttpRequest.newBuilder(to).POST(BodyPublishers.ofString(update));
        if (!secret.isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
