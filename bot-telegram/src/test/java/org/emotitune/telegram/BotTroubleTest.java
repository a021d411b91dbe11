package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotitune.db.TestDatabase;
import org.emotitune.telegram.testing.Call;
import org.emotitune.telegram.testing.Faults.Fault;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.emotitune.telegram.testing.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The bot is stopped and started, and its database goes away and comes back. */
@Timeout(180)
class BotTroubleTest {
    private static final String FEELING = "me acaba de dejar mi novio y no paro de llorar";

    /** Of a {@link LocalTelegram}; the tests share a database, which remembers the updates of them all. */
    private static final int FIRST_UPDATE = 700_000_001;

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @RegisterExtension
    static final SilentToken silent = new SilentToken(FEELING, "quiero morirme");

    @TempDir
    static Path home;

    /** Three times the patience of the parts, and some for a busy machine. */
    private static final Duration LONGEST_END = Duration.ofSeconds(25);

    private final LocalTelegram telegram = new LocalTelegram();
    private final AdminSetup setup = new AdminSetup(database.address(), home, true, null);

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void whatWasHandledIsNotHandledAgainThoughItComesAgain() {
        Person ana = telegram.person("Ana", "es");
        try (RunningBot first = setup.start(telegram)) {
            assertThat(first.bot().name()).isEqualTo(LocalTelegram.BOT_NAME);
            telegram.until(telegram::isPolled);
            ana.says(FEELING);
            telegram.until(() -> !ana.chat().ofBot().isEmpty());
            telegram.faults().always("getUpdates", new Fault.Dropped());
        }
        telegram.faults().none();
        int waiting = telegram.waitingUpdates();
        JsonNode again = lastSaid(ana);
        telegram.numberUpdatesFrom(FIRST_UPDATE);
        telegram.update("message", again);
        try (RunningBot second = setup.start(telegram)) {
            assertThat(second.bot().name()).isNotEmpty();
            telegram.numberUpdatesFrom(FIRST_UPDATE + 100);
            ana.says("/help");
            telegram.until(() -> ana.chat().ofBot().size() > 1 && telegram.waitingUpdates() == 0);
        }

        assertThat(waiting).isBetween(0, 1);
        assertThat(ana.chat().ofBot()).hasSize(2);
        assertThat(ana.chat().answer().text()).contains("/olvidar");
    }

    /** The message as Telegram tells it. */
    private static JsonNode lastSaid(Person person) {
        Shown said = person.chat().shown().getFirst();
        return new ObjectMapper()
                .createObjectNode()
                .put("message_id", said.id())
                .put("date", 1)
                .put("text", said.text())
                .<ObjectNode>set("chat", chatOf(person))
                .set("from", chatOf(person));
    }

    private static JsonNode chatOf(Person person) {
        return new ObjectMapper()
                .createObjectNode()
                .put("id", person.id())
                .put("type", "private")
                .put("is_bot", false)
                .put("first_name", "Ana")
                .put("language_code", "es");
    }

    @Test
    void whoeverWroteBeforeTheStopIsAnsweredOnce() {
        List<Person> people = IntStream.range(0, 60)
                .mapToObj(i -> telegram.person("P" + i, "es"))
                .toList();
        telegram.numberUpdatesFrom(FIRST_UPDATE / 3);
        RunningBot bot = setup.start(telegram);
        telegram.faults().always("sendMessage", new Fault.Slow(Duration.ofMillis(300)));
        people.forEach(person -> {
            person.says(FEELING);
            person.says("estoy muy feliz");
        });
        telegram.until(
                () -> people.stream().anyMatch(person -> !person.chat().ofBot().isEmpty()));

        Instant begun = Instant.now();
        bot.close();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONGEST_END);
        telegram.faults().none();
        try (RunningBot next = setup.start(telegram)) {
            assertThat(next.bot().name()).isNotEmpty();
            telegram.until(() -> people.stream().allMatch(BotTroubleTest::hasTwoAnswers));
            telegram.until(() -> telegram.waitingUpdates() == 0);
        }

        assertThat(people).allSatisfy(person -> assertThat(answers(person)).hasSize(2));
    }

    private static boolean hasTwoAnswers(Person person) {
        return answers(person).size() >= 2;
    }

    private static List<Shown> answers(Person person) {
        return person.chat().ofBot();
    }

    @Test
    void withoutItsDatabaseItApologisesAndHelpsWhoIsInDanger() throws Exception {
        Person ana = telegram.person("Ana", "es");
        Person boss = telegram.person("Boss", "en");
        Person eva = telegram.person("Eva", "es");
        telegram.numberUpdatesFrom(FIRST_UPDATE / 2);
        try (CutLine line = new CutLine(database.address());
                RunningBot bot = new AdminSetup(line.address(), home, true, null).start(telegram, boss.id())) {
            assertThat(bot.bot().name()).isNotEmpty();
            ana.says(FEELING);
            telegram.until(() -> ana.chat().ofBot().size() == 1);
            line.cut();

            eva.says("quiero morirme");
            telegram.until(() -> eva.chat().ofBot().size() == 1);
            assertThat(eva.chat().answer().text()).contains("024");
            Stream.of("otra vez triste", FEELING).forEach(ana::says);
            boss.says("/stats");
            telegram.until(
                    () -> ana.chat().ofBot().size() == 3 && boss.chat().ofBot().size() == 1);
            assertThat(boss.chat().answer().text()).startsWith("The database does not answer.");
            assertThat(ana.chat().answer().links()).isEmpty();

            line.mend();
            telegram.until(() -> {
                int before = ana.chat().ofBot().size();
                ana.says(FEELING);
                telegram.until(() -> ana.chat().ofBot().size() > before);
                return !ana.chat().answer().links().isEmpty();
            });
            boss.says("/stats");
            telegram.until(() -> boss.chat().ofBot().size() == 2);
            assertThat(boss.chat().answer().text()).startsWith("Songs that are searched");
        }
        assertThat(telegram.calls("sendMessage")).extracting(Call::status).containsOnly(200);
    }
}
