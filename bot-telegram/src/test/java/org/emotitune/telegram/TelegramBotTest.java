package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.emotitune.db.TestDatabase;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A conversation with the whole bot, from the message on Telegram to what is shown there. */
@Timeout(120)
class TelegramBotTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    static Path home;

    private static final LocalTelegram telegram = new LocalTelegram();
    private static RunningBot bot;

    @BeforeAll
    static void start() {
        bot = RunningBot.on(database, home, telegram);
    }

    @AfterAll
    static void stop() {
        bot.close();
        telegram.close();
    }

    @Test
    void aFeelingIsAnsweredWithSongsAndMoreOfThemComeInTheirPlace() {
        Person ana = telegram.person("Ana", "es");
        ana.says("me acaba de dejar mi novio");
        telegram.until(() -> ana.chat().ofBot().size() == 1);
        String first = ana.chat().answer().text();
        assertThat(first).contains("Canciones").contains("1. ");

        String tap = ana.taps("Más");
        telegram.until(() -> telegram.tapAnswer(tap).isPresent()
                && !ana.chat().answer().text().equals(first));
        assertThat(ana.chat().ofBot()).hasSize(1);
    }
}
