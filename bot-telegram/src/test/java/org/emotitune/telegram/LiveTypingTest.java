package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.emotitune.config.DiscordSettings;
import org.emotitune.config.LlmSettings;
import org.emotitune.config.Settings;
import org.emotitune.db.TestDatabase;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** "is typing …", with a language model that answers when it is told to. */
@Timeout(180)
class LiveTypingTest {
    private static final String SAYING_NOTHING = """
            {"id":"1","object":"chat.completion","created":1790000000,"model":"slow-model","choices":[{"index":0,
            "message":{"role":"assistant","content":"Hm."},"finish_reason":"stop"}],
            "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}""";

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home;

    private static final LocalTelegram telegram = new LocalTelegram();
    private static final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private static volatile CountDownLatch thinking = new CountDownLatch(0);
    private static HttpServer model;
    private static RunningBot bot;

    @BeforeAll
    static void start() throws IOException {
        model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        model.setExecutor(workers);
        model.createContext("/", LiveTypingTest::think);
        model.start();
        Settings settings = RunningBot.settings(database, home, telegram.address(), Set.of(), null);
        bot = RunningBot.on(
                new Settings(
                        settings.database(),
                        settings.home(),
                        settings.starter(),
                        settings.language(),
                        settings.country(),
                        settings.limits(),
                        settings.sources(),
                        settings.reindex(),
                        slow(),
                        settings.telegram(),
                        DiscordSettings.DEFAULT),
                LiveBot.HARDLY_ANY);
    }

    private static LlmSettings slow() {
        LlmSettings usual = LlmSettings.DEFAULT;
        URI address = URI.create("http://127.0.0.1:" + model.getAddress().getPort() + "/v1");
        LlmSettings.Manner manner = new LlmSettings.Manner(
                usual.manner().style(), Duration.ofSeconds(60), usual.manner().concurrency(), 1);
        return new LlmSettings(
                new LlmSettings.Server(address, "key", "slow-model", null), manner, usual.budget(), usual.price());
    }

    /** Says nothing of use in the end: the message is read without it then. */
    private static void think(HttpExchange exchange) throws IOException {
        Received.await(thinking);
        byte[] answer = SAYING_NOTHING.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        try (exchange) {
            exchange.getResponseBody().write(answer);
        }
    }

    @AfterAll
    static void stop() {
        thinking.countDown();
        bot.close();
        telegram.close();
        model.stop(0);
        workers.shutdownNow();
    }

    @BeforeEach
    void think() {
        thinking = new CountDownLatch(1);
    }

    @Test
    void whoWaitsSeesThatTheBotIsAtIt() {
        Person ana = telegram.person("Ana", "es");
        ana.says("mi vecino ha vuelto a tocar la trompeta y yo ya no sé qué pensar de la vida");

        telegram.until(() -> !ana.chat().actions().isEmpty());
        assertThat(ana.chat().ofBot()).isEmpty();
        thinking.countDown();

        telegram.until(() -> ana.chat().ofBot().size() == 1);
        assertThat(ana.chat().actions()).containsOnly("typing");
    }

    @Test
    void itIsShownInTheTopicWhereTheQuestionWas() {
        Person ana = telegram.person("Ana", "es");
        LocalChat forum = telegram.forum("Amigas", ana);
        int topic = forum.topic("música");

        ana.in(forum).inTopic(topic).mentions("mi vecino ha vuelto a tocar la trompeta, qué vida esta");
        telegram.until(() -> !forum.actions().isEmpty());
        thinking.countDown();

        telegram.until(() -> forum.ofBot().size() == 1);
        assertThat(telegram.calls("sendChatAction").stream().filter(call -> call.chat() == forum.id()))
                .isNotEmpty()
                .allMatch(call -> call.parameters().path("message_thread_id").asInt() == topic);
    }

    @Test
    void whoeverIsInDangerDoesNotWaitForWhatIsThoughtAbout() {
        Person eve = telegram.person("Eve", "en");
        eve.says("my neighbour plays the trumpet again and I do not know what to think of it");
        telegram.until(() -> !eve.chat().actions().isEmpty());

        eve.says("I want to die");
        telegram.until(() -> eve.chat().ofBot().size() == 1);
        assertThat(eve.chat().answer().text()).startsWith("What you are telling me matters more than any song");
        thinking.countDown();

        telegram.until(() -> eve.chat().ofBot().size() == 2);
    }

    @Test
    void whoLeavesBeforeTheAnswerIsThereIsForgottenAllTheSame() {
        Person ana = telegram.person("Ana", "es");
        ana.says("mi vecino ha vuelto a tocar la trompeta y me siento sola en esta casa");
        telegram.until(() -> !ana.chat().actions().isEmpty());

        ana.blocksTheBot();
        Person bob = telegram.person("Bob", "en");
        List.of("/help", "/privacy").forEach(command -> {
            bob.says(command);
            telegram.until(() -> bob.chat().ofBot().size() == (command.equals("/help") ? 1 : 2));
        });
        thinking.countDown();
        ana.unblocksTheBot();
        ana.says("/olvidar");

        telegram.until(() -> !ana.chat().ofBot().isEmpty());
        assertThat(ana.chat().answer().text()).startsWith("No había nada que borrar");
    }

    @Test
    void whoIsAnsweredAtOnceSeesNoFlicker() {
        boolean seen = IntStream.range(0, 30)
                .mapToObj(i -> telegram.person("Bob", "en"))
                .peek(bob -> {
                    bob.says("/help");
                    telegram.until(() -> bob.chat().ofBot().size() == 1);
                })
                .allMatch(bob -> bob.chat().actions().contains("typing"));

        // One slow answer may be the machine's fault; thirty are the bot's.
        assertThat(seen).isFalse();
    }
}
