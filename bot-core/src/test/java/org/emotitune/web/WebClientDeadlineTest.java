package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls with a body of JSON, and with an end. */
@Timeout(15)
class WebClientDeadlineTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final LocalServer server = new LocalServer();
    private final CountDownLatch forever = new CountDownLatch(1);
    private final Rig rig = new Rig();
    private final Call call = Call.json(server.at("/v1?key=SECRET"), Map.of("X-Token", "SECRET"), "{\"a\": \"ñ\"}");

    @AfterEach
    void close() {
        forever.countDown();
        server.close();
    }

    @Test
    void theBodyIsSentAsJson() {
        server.answer("/v1", Reply.json("{\"good\": true}"));

        JsonAnswer answer = rig.client.json(call, LONG);

        LocalServer.Request asked = server.requests().getFirst();
        assertThat(answer.body().path("good").asBoolean()).isTrue();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.header("Content-Type")).isEqualTo("application/json");
        assertThat(asked.body()).isEqualTo("{\"a\": \"ñ\"}");
    }

    @Test
    void aBodyOfJsonIsNotSentElsewhere() {
        server.answer("/v1", Reply.redirect("/elsewhere"));
        server.answer("/elsewhere", Reply.json("{}"));

        cannot(LONG).withMessageContaining("redirects to where it should not");

        assertThat(server.requests("/elsewhere")).isEmpty();
    }

    @Test
    void neitherACallNorItsBodyShowsWhatIsInIt() {
        assertThat(call + " " + call.body()).doesNotContain("SECRET", "ñ");
    }

    @Test
    void aPauseThatWouldOutlastTheTimeIsNotBegun() {
        server.answer("/v1", Reply.tooMany(50));

        cannot(LONG).withMessageContaining("answered 429");

        assertThat(rig.slept).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aPauseThatFitsIsMade() {
        server.answer("/v1", Reply.tooMany(20), Reply.json("{}"));

        assertThat(rig.client.json(call, LONG).isGood()).isTrue();

        assertThat(rig.slept).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void anAttemptGetsNoMoreTimeThanThereIs() {
        hang();

        cannot(Duration.ofMillis(300)).withMessageContaining("did not answer to the end within");

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void callsThatRunOutOfTimeCountAsFailures() {
        hang();
        WebClient hasty = new Rig(Rig.within(Duration.ofMillis(150))).client;
        for (int failure = 0; failure < 5; failure++) {
            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> hasty.json(call, Duration.ofMillis(100)))
                    .withMessageContaining("did not answer");
        }

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> hasty.json(call, LONG))
                .withMessageContaining("is not asked any more for now: 5 calls in a row failed");

        assertThat(server.requests()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aCallThatHasNoTimeAtAllIsNoFailureOfTheService() {
        server.answer("/v1", Reply.json("{}"));
        for (int call = 0; call < 6; call++) {
            cannot(Duration.ZERO).withMessage("There is no time left to ask Spotify.");
        }

        assertThat(rig.client.json(call, LONG).isGood()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void timeWithoutAnEndIsTimeToo() {
        server.answer("/v1", Reply.json("{}"));

        assertThat(rig.client.json(call, Duration.ofSeconds(Long.MAX_VALUE)).isGood())
                .isTrue();
    }

    private void hang() {
        server.handle("/v1", exchange -> {
            try {
                forever.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private ThrowableAssertAlternative<ServiceUnavailableException> cannot(Duration within) {
        return assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> rig.client.json(call, within))
                .withMessageNotContaining("SECRET");
    }
}
