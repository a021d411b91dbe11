package org.emotitune.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a process with the usual logback.xml writes to the terminal of what JDA logs. */
class QuotingTest {
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
    void anEventThatJdaCannotReadIsToldWithoutTheEvent() {
        LoggerFactory.getLogger("net.dv8tion.jda.internal.requests.WebSocketClient")
                .error(
                        "Got an unexpected error.\n\tJDA {}\n\t{} -> {}",
                        6,
                        "MESSAGE_CREATE",
                        "{\"content\": \"my secret sorrow\"}",
                        new IllegalStateException("my secret sorrow", new IllegalArgumentException("sorrow")));

        assertThat(written())
                .contains("Got an unexpected error. JDA 6 … -> …")
                .contains("(java.lang.IllegalStateException, caused by java.lang.IllegalArgumentException)")
                .doesNotContain("sorrow", "\tat ");
    }

    @Test
    void othersAreQuotedAsBefore() {
        LoggerFactory.getLogger("net.dv8tion.jdax").error("the wall is {}", "blue");

        assertThat(written()).contains("the wall is blue");
    }

    @Test
    void failedCallsAndReconnectionsAreNotToldByJda() {
        LoggerFactory.getLogger("net.dv8tion.jda.internal.requests.Requester").error("There was an I/O error");
        LoggerFactory.getLogger("net.dv8tion.jda.internal.requests.WebSocketClient")
                .warn("Reconnect failed!");

        assertThat(written()).isEmpty();
    }

    @Test
    void theKeysOfInteractionsAreHiddenInEveryAddress() {
        LoggerFactory.getLogger(QuotingTest.class)
                .error(
                        "at {}, {} and {}",
                        "https://discord.com/api/v10/webhooks/123/aW50ZXJ-hY3Rpb246_A/messages/@original",
                        "POST/interactions/456/aW50ZXJ-hY3Rpb246_B/callback",
                        "https://proxy/?to=%2Fwebhooks%2F7%2FaW50ZXJ-hY3Rpb246_C");

        assertThat(written())
                .contains("/webhooks/123/[hidden]/messages/@original", "interactions/456/[hidden]/callback")
                .contains("webhooks%2F7%2F[hidden]")
                .doesNotContain("aW50ZXJ");
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
