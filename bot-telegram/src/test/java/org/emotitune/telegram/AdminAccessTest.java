package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.emotitune.db.TestDatabase;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.emotitune.telegram.testing.Upload;
import org.emotitune.telegram.testing.Voice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who is an admin where: everybody else gets what an unknown command gets, and nothing in channels. */
@Timeout(180)
class AdminAccessTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @RegisterExtension
    static final SilentToken silent = new SilentToken();

    @TempDir
    static Path home;

    private static final Upload FILE = Upload.of("notes.pdf", "no songs");
    /** What admins are told begins so. */
    private static final Map<String, String> ANSWERS = Map.of(
            "/reindex dry", "songs to read",
            "/stats", "Songs that are searched",
            "/cancel", "Nothing is under way here.",
            "/import", "Send me the songs as a file",
            "/reindex sometimes", "That is none of these");

    private static final LocalTelegram telegram = new LocalTelegram();
    private static final Person boss = telegram.person("Boss", "en");
    private static final Person deputy = telegram.person("Deputy", "en");
    private static final Person clerk = telegram.person("Clerk", "en");
    private static final LocalChat office = telegram.supergroup("Office", boss).administrators(deputy);
    private static final LocalChat square = telegram.supergroup("Square", boss).named("the_square");
    private static final LocalChat elsewhere = telegram.group("Elsewhere", boss);
    private static final LocalChat news = telegram.channel("News", boss).administrators(deputy);
    private static final LocalChat openNews =
            telegram.channel("Open news", boss).named("open_news");
    private static final LocalChat otherNews = telegram.channel("Other news", boss);
    private static RunningBot bot;

    @BeforeAll
    static void start() {
        bot = startBot();
    }

    private static RunningBot startBot() {
        return AdminSetup.empty(database, home)
                .start(telegram, boss.id(), office.id(), square.id(), news.id(), openNews.id());
    }

    @AfterAll
    static void stop() {
        bot.close();
        telegram.close();
    }

    @Test
    void aListedPersonIsAnAdminInPrivate() {
        obeys(boss.privately(), boss.chat(), "");
    }

    @Test
    void administratorsOfAListedGroupAreAdminsThere() {
        obeys(deputy.in(office), office, "");
        obeys(boss.in(office), office, "@" + LocalTelegram.BOT_NAME);
        obeys(office.anonymously(), office, "");
    }

    @Test
    void postsOfAListedChannelAreAnAdmins() {
        obeys(news.posts(), news, "");
    }

    @Test
    void nobodyElseIsAnAdminInPrivate() {
        refuses(clerk.privately(), clerk.chat(), "");
        refuses(deputy.privately(), deputy.chat(), "");
    }

    @Test
    void nobodyElseIsAnAdminInAGroup() {
        String named = "@" + LocalTelegram.BOT_NAME;
        refuses(clerk.in(office), office, named);
        refuses(boss.in(square), square, named);
        refuses(square.anonymously(), square, named);
        refuses(boss.in(elsewhere), elsewhere, named);
    }

    @Test
    void whoWritesAsAChannelIsNoAdmin() {
        for (LocalChat mask : List.of(news, otherNews)) {
            String unknown = masked(mask, "/nonsense@" + LocalTelegram.BOT_NAME);

            assertThat(masked(mask, "/stats@" + LocalTelegram.BOT_NAME)).isEqualTo(unknown);
        }
    }

    @Test
    void otherBotsCommandsAreNotCalledUnknownInAGroup() {
        List<LocalChat> groups = List.of(office, elsewhere, square);
        List<Integer> before = groups.stream().map(chat -> chat.ofBot().size()).toList();
        for (LocalChat group : groups) {
            List.of("/nonsense", "/stats", "/cancel", "/reindex", "/import").forEach(clerk.in(group)::says);
        }
        restart();

        assertThat(groups).extracting(chat -> chat.ofBot().size()).isEqualTo(before);
    }

    @Test
    void otherChannelsHearNothing() {
        for (LocalChat channel : List.of(openNews, otherNews)) {
            ANSWERS.keySet().forEach(channel.posts()::says);
            channel.posts().says("/nonsense");
            channel.posts().says("/reindex");
            channel.posts().says("I am so sad today");
            channel.posts().sends(FILE, "/import");
        }
        news.posts().says("/nonsense");
        news.posts().sends(FILE, "our new logo");
        restart();

        assertThat(openNews.ofBot()).isEmpty();
        assertThat(otherNews.ofBot()).isEmpty();
        assertThat(news.ofBot()).noneMatch(shown -> shown.text().contains("command"));
        assertThat(news.ofBot()).noneMatch(shown -> shown.text().contains("name of the file"));
    }

    @Test
    void aButtonOfAdminsWorksForThemAlone() {
        answer(office, () -> deputy.in(office).says("/stats"));
        answer(news, () -> news.posts().says("/stats"));
        for (LocalChat place : List.of(office, news)) {
            tap(place, deputy, "admin.no");
            telegram.until(() -> place.answer().text().equals("Nothing was started."));
            int shown = place.ofBot().size();

            String unknown = answered(tap(place, clerk, "nonsense.1"));
            assertThat(answered(tap(place, clerk, "admin.no"))).isEqualTo(unknown);
            assertThat(answered(tap(place, clerk, "admin.cancel.1"))).isEqualTo(unknown);
            assertThat(place.ofBot()).hasSize(shown);
        }
    }

    /** What is in work is done when the bot has stopped: whoever has no answer then gets none. */
    private static void restart() {
        telegram.until(() -> telegram.waitingUpdates() == 0);
        bot.close();
        bot = startBot();
    }

    private static void obeys(Voice voice, LocalChat chat, String named) {
        ANSWERS.forEach((command, answer) -> {
            int asked = chat.ofBot().size();
            int said = voice.says(command.replaceFirst("^/\\w+", "$0" + named));
            telegram.until(() -> chat.ofBot().size() > asked);
            assertThat(chat.answer().text()).startsWith(answer);
            assertThat(chat.answer().replyTo()).isEqualTo(said);
        });
        int asked = chat.ofBot().size();
        voice.sends(FILE, "/import" + named);
        telegram.until(() -> chat.ofBot().size() > asked);
        assertThat(chat.answer().text()).startsWith("The name of the file must end in");
    }

    private static void refuses(Voice voice, LocalChat chat, String named) {
        String unknown = answer(chat, () -> voice.says("/nonsense" + named));
        assertThat(unknown).contains("I do not know that command");
        ANSWERS.keySet()
                .forEach(command -> assertThat(
                                answer(chat, () -> voice.says(command.replaceFirst("^/\\w+", "$0" + named))))
                        .isEqualTo(unknown));
        assertThat(answer(chat, () -> voice.says("/reindex" + named))).isEqualTo(unknown);
        assertThat(answer(chat, () -> voice.sends(FILE, "/import" + named))).isEqualTo(unknown);
        assertThat(answer(boss.chat(), () -> boss.says("/stats"))).contains("There has been no reindex yet.");
    }

    /** Text and buttons, and whether it quotes the question. */
    private static String answer(LocalChat chat, IntSupplier question) {
        int before = chat.ofBot().size();
        int asked = question.getAsInt();
        telegram.until(() -> chat.ofBot().size() > before);
        Shown shown = chat.answer();
        return shown.text() + shown.labels() + (shown.replyTo() == asked);
    }

    private static String masked(LocalChat mask, String text) {
        int number = 5_000 + office.shown().size() * 10 + (int) (mask.id() % 7);
        ObjectNode message = json("""
                {"message_id": %d, "date": 1, "text": "%s",
                "from": {"id": 136817688, "is_bot": true, "first_name": "Channel", "username": "Channel_Bot"},
                "entities": [{"type": "bot_command", "offset": 0, "length": %d}]}
                """.formatted(number, text, text.length()));
        message.set("chat", json("{\"id\": %d, \"type\": \"supergroup\"}".formatted(office.id())));
        message.set("sender_chat", json("{\"id\": %d, \"type\": \"channel\"}".formatted(mask.id())));
        return answer(office, () -> {
            telegram.update("message", message);
            return 0;
        });
    }

    /** @return what the person sees of it */
    private static String answered(String tap) {
        telegram.until(() -> telegram.tapAnswer(tap).isPresent());
        JsonNode answer = telegram.tapAnswer(tap).orElseThrow();
        return answer.path("text").asText() + answer.path("show_alert").asBoolean();
    }

    /** With a button of the bot's newest message there, of whatever code. */
    private static String tap(LocalChat chat, Person person, String code) {
        return person.in(chat).tapsCode(chat.answer().id(), code);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
