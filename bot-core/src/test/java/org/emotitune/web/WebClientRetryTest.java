package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.RawServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call is made again, when it waits and how long, and when a service is left alone. */
class WebClientRetryTest {
    private final LocalServer server = new LocalServer();
    private final Rig rig = new Rig();
    private final URI song = server.at("/song");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aBurstOfFailuresIsOutwaitedWithGrowingPauses() {
        server.answer("/song", Reply.status(500), Reply.status(503), Reply.json("{}"));

        assertThat(rig.get(song).status()).isEqualTo(200);

        assertThat(rig.slept).hasSize(2);
        assertThat(rig.slept.get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(750));
        assertThat(rig.slept.get(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
        assertThat(rig.told).isEmpty();
    }

    @Test
    void aServiceThatKeepsFailingIsGivenUp() {
        server.answer("/song", Reply.status(502));

        rig.cannotGet(song).withMessage("Spotify answered 502 (%s).", song);

        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 401, 403, 404, 410})
    void anyOtherStatusIsAnAnswer(int status) {
        server.answer("/song", Reply.status(status));

        assertThat(rig.get(song)).isEqualTo(new Answer(status, "", ""));

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theWaitThatAServiceAsksForIsKeptAndTold() {
        server.answer("/song", Reply.tooMany(12), Reply.json("{}"));

        assertThat(rig.get(song).isGood()).isTrue();

        assertThat(rig.slept).containsExactly(Duration.ofSeconds(12));
        assertThat(rig.told).containsExactly("Spotify asks to wait 12 s.");
    }

    @Test
    void aWaitCanBeAskedForWithADate() {
        server.answer(
                "/song",
                Reply.status(503).with("Retry-After", "Sun, 22 Nov 2026 20:00:30 GMT"),
                Reply.status(503).with("Retry-After", "Sun, 22 Nov 2026 19:00:00 GMT"),
                Reply.json("{}"));

        assertThat(rig.get(song).isGood()).isTrue();

        assertThat(rig.slept.getFirst()).isEqualTo(Duration.ofSeconds(30));
        assertThat(rig.slept.getLast()).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "", "99999999999999999999"})
    void aWaitThatMakesNoSenseIsNotKept(String nonsense) {
        server.answer("/song", Reply.status(429).with("Retry-After", nonsense), Reply.json("{}"));

        assertThat(rig.get(song).isGood()).isTrue();

        assertThat(rig.slept).singleElement(InstanceOfAssertFactories.DURATION).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aWaitThatIsTooLongEndsTheCallAndAllCallsUntilThen() {
        server.answer("/song", Reply.tooMany(3600), Reply.json("{}"));
        String sentence = "Spotify asks not to be asked again before 2026-11-22 21:00:00 UTC.";

        rig.cannotGet(song).withMessage(sentence);
        rig.clock.advance(Duration.ofMinutes(40));
        rig.cannotGet(song).withMessage(sentence);
        assertThat(server.requests()).hasSize(1);
        rig.clock.advance(Duration.ofMinutes(20));

        assertThat(rig.get(song).isGood()).isTrue();
        assertThat(rig.slept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3601", "999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void noServiceIsLeftAloneForMoreThanAnHour(String wait) {
        server.answer("/song", Reply.status(503).with("Retry-After", wait), Reply.json("{}"));

        rig.cannotGet(song).withMessage("Spotify asks not to be asked again before 2026-11-22 21:00:00 UTC.");
        rig.clock.advance(Duration.ofHours(1));

        assertThat(rig.get(song).isGood()).isTrue();
    }

    @Test
    void aServiceThatFailedFiveTimesInARowIsLeftAloneForAWhile() {
        server.answer("/song", Reply.status(500));
        for (int call = 0; call < 5; call++) {
            rig.cannotGet(song).withMessageStartingWith("Spotify answered 500");
        }
        int asked = server.requests().size();

        rig.cannotGet(song)
                .withMessage(
                        "Spotify is not asked any more for now: 5 calls in a row failed, the last one because: Spotify answered 500 (%s).",
                        song);
        assertThat(server.requests()).hasSize(asked);

        rig.clock.advance(Duration.ofSeconds(61));
        server.answer("/song", Reply.json("{}"));
        assertThat(rig.get(song).isGood()).isTrue();
        assertThat(rig.get(song).isGood()).isTrue();
    }

    @Test
    void fourFailuresInARowAreNoReasonToStopAsking() {
        server.answer("/song", Reply.status(500));
        server.answer("/other", Reply.status(404));
        for (int call = 0; call < 20; call++) {
            URI next = call % 5 == 4 ? server.at("/other") : song;
            if (next.equals(song)) {
                rig.cannotGet(song).withMessageStartingWith("Spotify answered 500");
            } else {
                assertThat(rig.get(next).status()).isEqualTo(404);
            }
        }
    }

    @Test
    void anInterruptEndsAWaitAndDoesNotCountAsAFailure() {
        server.answer("/song", Reply.tooMany(30));
        WebClient client = new WebClient("Spotify", Rig.POLICY, told -> {}, rig.clock, time -> {
            throw new InterruptedException();
        });
        for (int call = 0; call < 6; call++) {
            assertThatThrownBy(() -> client.send(Call.get(song, Map.of())))
                    .hasMessage("The call to Spotify was interrupted.");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aBrokenAnswerIsAskedForAgain() {
        List<String> broken = List.of(
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nno number\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnot!",
                "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 4\r\n\r\nnot!",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "nothing of the kind\r\n\r\n",
                "");
        for (String answer : broken) {
            try (RawServer raw = RawServer.answering(answer)) {
                new Rig().cannotGet(raw.address()).withMessage("Spotify broke off its answer (%s).", raw.address());

                assertThat(raw.calls()).as(answer).isGreaterThanOrEqualTo(3);
            }
        }
    }
}
