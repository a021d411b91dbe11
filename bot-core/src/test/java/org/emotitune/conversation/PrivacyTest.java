package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.db.TestDatabase;
import org.emotitune.emotion.Language;
import org.emotitune.testing.Bot;
import org.emotitune.testing.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * What is left of a conversation: all of every table is looked through, and all that was logged, down to the finest
 * level, also of a message that could not be answered.
 */
class PrivacyTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home = Path.of("");

    private static final String USER = "user-4711-quux";
    private static final String PLACE = "place-0815-zork";
    private static final List<String> MESSAGES = List.of(
            "estoy muy triste porque mi perro Pirulin se ha muerto, vivo en Villaquerida",
            "so happy!!! Quackenbush said yes, call me at 555-0199-37",
            "quiero suicidarme, soy Pirulina de Villaquerida",
            "triste, algo en español de los 80, nada de Maná, Pirulin",
            "/recommend Villaquerida me da rabia",
            "Qwrtzpl");
    private static final List<String> TRACES = List.of(
            "pirulin", "villaquerida", "quackenbush", "555-0199-37", "suicidarme", "qwrtzpl", "said yes", USER, PLACE);

    private static List<String> rows = List.of();
    private static List<String> log = List.of();
    private static List<Reply> replies = List.of();

    @BeforeAll
    static void talk() throws SQLException {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Map<Logger, Level> before = new HashMap<>();
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        root.addAppender(appender);
        for (Logger logger : root.getLoggerContext().getLoggerList()) {
            // Also those that are usually quiet.
            if (logger.getLevel() != null) {
                before.put(logger, logger.getLevel());
                logger.setLevel(Level.TRACE);
            }
        }
        try {
            replies = talked();
        } finally {
            before.forEach(Logger::setLevel);
            root.detachAppender(appender);
        }
        rows = dump();
        log = List.copyOf(appender.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    private static List<Reply> talked() {
        List<Reply> replies = new ArrayList<>();
        Bot bot = Bot.on(database, home, Clock.systemUTC());
        try (bot) {
            bot.emotiTune().keepHouse();
            for (String message : MESSAGES) {
                Reply reply = receive(bot, message);
                replies.add(reply);
                for (Button button : Bot.buttons(reply)) {
                    replies.add(bot.tap(USER, PLACE, button.action()));
                }
                replies.add(bot.tap(USER, PLACE, "Pirulin-" + message.length()));
            }
        }
        replies.add(bot.emotiTune().conversation().reply(message(MESSAGES.getFirst())));
        return replies;
    }

    private static Reply receive(Bot bot, String text) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        bot.emotiTune().reception().receive(message(text), reply::complete);
        return reply.join();
    }

    private static IncomingMessage message(String text) {
        return new IncomingMessage(
                new Sender(new Identity("test", USER, PLACE), Language.ENGLISH, null), new Text(text, Options.NONE));
    }

    private static List<String> dump() throws SQLException {
        List<String> dump = new ArrayList<>();
        for (String table : Query.tables(database.dataSource())) {
            Query.rows(database.dataSource(), table).forEach(row -> dump.add(table + ": " + row));
        }
        dump.sort(Comparator.naturalOrder());
        return dump;
    }

    @Test
    void theConversationHadEverything() {
        assertThat(replies)
                .hasSizeGreaterThan(40)
                .hasAtLeastOneElementOfType(Reply.Songs.class)
                .hasAtLeastOneElementOfType(Reply.Question.class)
                .hasAtLeastOneElementOfType(Reply.Crisis.class)
                .hasAtLeastOneElementOfType(Reply.Acknowledgement.class)
                .hasAtLeastOneElementOfType(Reply.Apology.class);
    }

    @Test
    void everyTableIsLookedThrough() {
        assertThat(rows)
                .hasSizeGreaterThan(1_000)
                .anyMatch(row -> row.startsWith("public.song:"))
                .anyMatch(row -> row.startsWith("public.person:"))
                .anyMatch(row -> row.startsWith("public.given:"))
                .anyMatch(row -> row.startsWith("public.vote:"))
                .anyMatch(row -> row.startsWith("public.answer_count:"))
                .anyMatch(row -> row.startsWith("public.scheduled_tasks:"))
                .anyMatch(row -> row.startsWith("public.flyway_schema_history:"));
    }

    @Test
    void nothingOfAMessageAndNobodysIdIsInAnyTable() {
        assertThat(rows)
                .isNotEmpty()
                .noneMatch(row -> TRACES.stream().anyMatch(row.toLowerCase(Locale.ROOT)::contains));
    }

    @Test
    void theWholeLogIsLookedThrough() {
        assertThat(log)
                .hasSizeGreaterThan(100)
                .anyMatch(line -> line.contains("A message could not be answered"))
                .anyMatch(line -> line.contains("HikariPool") || line.contains("emotitune"));
    }

    @Test
    void nothingOfAMessageAndNobodysIdIsInTheLog() {
        assertThat(log)
                .isNotEmpty()
                .noneMatch(line -> TRACES.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains));
    }

    @Test
    void aCrisisIsCountedAndNothingElse() {
        assertThat(rows).anyMatch(row -> row.startsWith("public.answer_count:") && row.contains(",crisis,1)"));
    }

    @Test
    void noReplyRepeatsAPersonsWords() {
        assertThat(replies)
                .isNotEmpty()
                .noneMatch(reply -> TRACES.stream().anyMatch(reply.toString().toLowerCase(Locale.ROOT)::contains));
    }
}
