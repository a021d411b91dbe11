package org.emotitune.telegram.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Many people at once, and updates that are brought to the bot. */
class LocalLoadTest {
    private static final int PEOPLE = 300;
    private static final int MESSAGES = 3_000;

    private final LocalTelegram telegram = new LocalTelegram();
    private final Bot bot = new Bot(telegram);
    private final OkHttpTelegramClient client = bot.client();

    @AfterEach
    void close() throws Exception {
        bot.close();
        telegram.close();
    }

    @Test
    void thousandsOfUpdatesAreAnswered() throws Exception {
        List<Person> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> telegram.person("P" + i, "es"))
                .toList();
        AtomicInteger answered = new AtomicInteger();
        bot.polls(updates -> updates.forEach(update -> echo(update, answered)));

        for (int i = 0; i < MESSAGES; i++) {
            people.get(i % PEOPLE).says("n" + i);
        }

        telegram.until(() -> answered.get() == MESSAGES);
        assertThat(people.get(7).chat().shown()).hasSize(2 * (MESSAGES / PEOPLE));
    }

    private void echo(Update update, AtomicInteger answered) {
        try {
            var message = update.getMessage();
            client.executeAsync(new SendMessage(message.getChatId().toString(), message.getText()))
                    .thenRun(answered::incrementAndGet)
                    .exceptionally(failed -> null);
        } catch (TelegramApiException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void updatesAreBroughtInTheOrderOfTheirChatAndAgainAfterAFailure() throws Exception {
        Queue<String> brought = new ConcurrentLinkedQueue<>();
        HttpServer hook = hook(brought);
        Person ana = telegram.person("Ana", "es");
        client.execute(SetWebhook.builder()
                .url("http://127.0.0.1:" + hook.getAddress().getPort() + "/hook")
                .secretToken("s3cret")
                .build());

        IntStream.range(0, 5).forEach(i -> ana.says("n" + i));

        telegram.until(() -> telegram.waitingUpdates() == 0);
        assertThat(brought)
                .hasSize(6)
                .element(0)
                .asString()
                .startsWith("s3cret ")
                .contains("n0");
        assertThat(brought).element(1).asString().contains("n0");
        assertThat(brought).last().asString().contains("n4");
        hook.stop(0);
    }

    /** Fails once. */
    private static HttpServer hook(Queue<String> brought) throws IOException {
        HttpServer hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        hook.createContext("/hook", exchange -> {
            brought.add(secret(exchange) + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(brought.size() == 1 ? 500 : 200, -1);
            exchange.close();
        });
        hook.start();
        return hook;
    }

    private static String secret(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token"));
    }
}
