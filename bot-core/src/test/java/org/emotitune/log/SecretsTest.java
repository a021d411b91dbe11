package org.emotitune.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process with the usual logback.xml writes to the terminal. */
class SecretsTest {
    private static final Logger log = LoggerFactory.getLogger(SecretsTest.class);

    private final PrintStream usual = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setErr(usual);
    }

    @Test
    void aSecretIsShownUntilItIsToldAndNeverAfterwards() {
        log.error("at https://host/bot4711:AB-cd_1/getMe");
        assertThat(written()).contains("4711:AB-cd_1");
        written.reset();

        Secrets.hide("4711:AB-cd_1");
        log.error(
                "at {} and {}",
                "https://host/bot4711:AB-cd_1/getMe",
                "https://proxy/?to=bot4711%3AAB-cd_1",
                new IllegalStateException("no 4711:AB-cd_1", new IllegalArgumentException("it is 4711:AB-cd_1")));

        assertThat(written())
                .contains("https://host/bot[hidden]/getMe")
                .contains("IllegalStateException: no [hidden]")
                .contains("IllegalArgumentException: it is [hidden]")
                .doesNotContain("AB-cd_1");
    }

    @Test
    void nothingIsNoSecret() {
        assertThatThrownBy(() -> Secrets.hide(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
