package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.RawServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that cost something are sent again only where nobody can have worked on them. */
@Timeout(60)
class BilledCallTest {
    private final LocalServer server = new LocalServer();
    private final Rig rig = new Rig();
    private final URI chat = server.at("/chat");

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503})
    void whatNobodyHasWorkedOnIsSentAgain(int status) {
        server.answer("/chat", Reply.status(status));

        ServiceUnavailableException failure = failure(chat);

        assertThat(failure.mayHaveBeenServed()).isFalse();
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 504, 524})
    void whatMayHaveBeenWorkedOnIsNot(int status) {
        server.answer("/chat", Reply.status(status));

        assertThat(failure(chat).mayHaveBeenServed()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"choices\": [", " ", "not JSON"})
    void anAnswerThatCannotBeReadWasPaidFor(String body) {
        server.answer("/chat", Reply.json(body));

        assertThat(failure(chat).mayHaveBeenServed()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatBreaksOffWasPaidFor() {
        try (RawServer raw = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")) {
            assertThat(failure(raw.address()).mayHaveBeenServed()).isTrue();
            assertThat(raw.calls()).isEqualTo(1);
        }
    }

    @Test
    void aTimeoutMayHaveBeenPaidFor() {
        server.handle("/chat", exchange -> hang());

        ServiceUnavailableException failure = catchThrowableOfType(
                ServiceUnavailableException.class,
                () -> new Rig(Rig.within(Duration.ofMillis(100))).client.json(call(chat)));

        assertThat(failure.mayHaveBeenServed()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aServerThatIsNotThereHasDoneNothing() {
        URI closed = server.at("/chat");
        server.close();

        assertThat(failure(closed).mayHaveBeenServed()).isFalse();
        assertThat(rig.slept).hasSize(2);
    }

    @Test
    void otherCallsAreStillSentAgain() {
        server.answer("/chat", Reply.status(500), Reply.json("{\"cut"), Reply.json("{}"));

        assertThat(rig.client.json(Call.json(chat, Map.of(), "{}")).isGood()).isTrue();
    }

    @Test
    void callsThatHadLittleTimeDoNotSayThatTheServiceIsBroken() {
        server.handle("/chat", exchange -> hang());
        Rig patient = new Rig(Rig.within(Duration.ofSeconds(10)));
        for (int call = 0; call < 6; call++) {
            ServiceUnavailableException failure = catchThrowableOfType(
                    ServiceUnavailableException.class, () -> patient.client.json(call(chat), Duration.ofMillis(50)));
            assertThat(failure).hasMessageContaining("did not answer to the end within");
        }

        server.answer("/chat", Reply.json("{}"));

        assertThat(patient.client.json(call(chat), Duration.ofSeconds(10)).isGood())
                .isTrue();
    }

    private ServiceUnavailableException failure(URI uri) {
        return catchThrowableOfType(ServiceUnavailableException.class, () -> rig.client.json(call(uri)));
    }

    private static Call call(URI uri) {
        return Call.json(uri, Map.of(), "{}").billed();
    }

    /** Longer than any time limit here. */
    private static void hang() {
        try {
            new java.util.concurrent.CountDownLatch(1).await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
