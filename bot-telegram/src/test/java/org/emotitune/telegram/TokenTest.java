package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.emotitune.telegram.testing.Faults;
import org.emotitune.telegram.testing.Faults.Fault;
import org.emotitune.telegram.testing.LocalTelegram;
import org.emotitune.telegram.testing.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/** All that is logged, by whichever library, at every level. */
@Timeout(60)
class TokenTest {
    private static final String WRONG = "4243:AAF-another_token";

    private static final Patience HASTY =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(10), Duration.ofMillis(50));

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final PrintStream terminal = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LocalTelegram local = new LocalTelegram();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        root.setLevel(usual);
        System.setErr(terminal);
        local.close();
    }

    @Test
    void theTokenIsNeverLogged() {
        Person ana = local.person("Ana", "es");
        ana.says("/start");
        try (Telegram telegram = TelegramRig.to(local, TelegramRig.NO_LIMITS, HASTY);
                Telegram stranger = new Telegram(TelegramRig.settings(local, WRONG), TelegramRig.NO_LIMITS, HASTY)) {
            allKindsOfTrouble(telegram, ana);
            stranger.call(0, new GetMe());
            local.cut();
            assertThat(telegram.call(0, new GetMe())).isInstanceOf(Outcome.Failed.class);
            local.mend();
        }
        whatALibraryCouldLog();

        assertThat(written())
                .contains("http://127.0.0.1/bot[hidden]/getMe")
                .contains("IOException: no way to bot[hidden]")
                .doesNotContain(LocalTelegram.TOKEN, "AAE-local", "4242%3A", WRONG);
    }

    private void allKindsOfTrouble(Telegram telegram, Person ana) {
        local.faults()
                .next(
                        "sendMessage",
                        Faults.tooMany(0),
                        Faults.badGateway(),
                        Faults.status(500),
                        Faults.status(409),
                        Faults.garbage(),
                        new Fault.Dropped(),
                        new Fault.AnswerLost());
        for (int i = 0; i < 5; i++) {
            TelegramRig.says(telegram, ana.chat(), "hola");
        }
        local.faults().next("getMe", new Fault.Dropped(), Faults.garbage());
        telegram.call(0, new GetMe());
    }

    private static void whatALibraryCouldLog() {
        var log = LoggerFactory.getLogger("okhttp3.Imagined");
        String address = "http://127.0.0.1/bot" + LocalTelegram.TOKEN + "/getMe";
        log.warn("{} and {}", address, "bot" + LocalTelegram.TOKEN.replace(":", "%3A"));
        log.warn("failed", new IllegalStateException(new IOException("no way to bot" + LocalTelegram.TOKEN)));
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
