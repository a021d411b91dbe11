package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.emotitune.db.TestDatabase;
import org.emotitune.telegram.Telegram.Limits;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.LocalChat;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Somebody in danger is shown help lines, whatever else goes wrong or is to be done. */
@Timeout(60)
class HelpComesFirstTest {
    private static final String DANGER = "quiero morir";
    private static final String HELP_LINE = "024";

    /** So that many have to wait for their turn, however slow the machine is. */
    private static final Limits FEW = new Limits(2, Duration.ofSeconds(1), 20);

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home;

    private static final LocalTelegram telegram = new LocalTelegram();
    private static RunningBot bot;
    private final Person eva = telegram.person("Eva", "es");

    @BeforeAll
    static void start() {
        bot = RunningBot.on(RunningBot.settings(database, home, telegram.address(), Set.of(), null), FEW);
    }

    @AfterAll
    static void stop() {
        bot.close();
        telegram.close();
    }

    @AfterEach
    void mend() {
        telegram.faults().none();
    }

    private static boolean isHelped(LocalChat chat) {
        return chat.ofBot().stream().anyMatch(shown -> shown.text().contains(HELP_LINE));
    }

    @Test
    void alsoWhereNobodyCanTellWhetherTheFirstSendingArrived() {
        telegram.faults().next("sendMessage", new Faults.Fault.Dropped(), Faults.garbage(), Faults.status(502));

        eva.says(DANGER);

        telegram.until(() -> isHelped(eva.chat()));
        assertThat(telegram.faults().happened()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void alsoWhileTheDatabaseHangs() throws SQLException {
        Person blocker = telegram.person("Bea", "es");
        blocker.says("hola");
        telegram.until(() -> blocker.chat().ofBot().size() == 1);
        try (Connection connection = database.dataSource().getConnection();
                Statement lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("LOCK TABLE receipt, job_message, person IN ACCESS EXCLUSIVE MODE");
            blocker.says("estoy triste");
            blocker.blocksTheBot();

            eva.says(DANGER);

            telegram.until(() -> isHelped(eva.chat()));
            connection.rollback();
        }
    }

    @Test
    void alsoBehindOthersWhoWaitForTheirTurn() {
        Person[] crowd = IntStream.range(0, 24)
                .mapToObj(i -> telegram.person("Person " + i, "en"))
                .toArray(Person[]::new);
        for (Person one : crowd) {
            one.says("/help");
        }

        eva.says(DANGER);

        telegram.until(() -> isHelped(eva.chat()));
        long helped = IntStream.range(0, crowd.length)
                .filter(i -> !crowd[i].chat().ofBot().isEmpty())
                .count();
        assertThat(helped).isLessThan(crowd.length);
        telegram.until(() -> IntStream.range(0, crowd.length)
                .noneMatch(i -> crowd[i].chat().ofBot().isEmpty()));
    }

    @Test
    void whoeverAsksForItOverAndOverKeepsItFromNobodyElse() {
        Person mia = telegram.person("Mia", "es");
        for (int i = 0; i < 2_300; i++) {
            mia.says("/sos");
        }

        eva.says(DANGER);

        telegram.until(() -> isHelped(eva.chat()) && isHelped(mia.chat()));
    }

    @Test
    void beforeAFileOfAnAdminIsLookedAtItsWordsAre() {
        eva.privately().sends(org.emotitune.telegram.testing.Upload.of("songs.csv", "title\nOne\n"), DANGER);

        telegram.until(() -> isHelped(eva.chat()));
    }

    @Test
    void oneTimeIsEnoughForManyWordsInAMoment() {
        for (int i = 0; i < 5; i++) {
            eva.says(DANGER);
        }

        telegram.until(() -> isHelped(eva.chat()) && telegram.waitingUpdates() == 0);
        assertThat(eva.chat().ofBot()).hasSizeLessThan(5);
    }
}
