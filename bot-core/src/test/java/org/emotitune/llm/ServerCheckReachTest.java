package org.emotitune.llm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.emotitune.doctor.Finding.Level.FAILED;
import static org.emotitune.doctor.Finding.Level.OK;
import static org.emotitune.doctor.Finding.Level.WARNING;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.emotitune.doctor.Finding;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.LocalServer.Reply;
import org.emotitune.testing.RawServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are not there, are something else, or want another key: over real HTTP. */
@Timeout(60)
class ServerCheckReachTest {
    private static final String LIST = "/v1/models";

    private final LocalServer server = new LocalServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aServerThatIsNotThereFailsAndNothingElseIsTried() {
        URI closed;
        try (RawServer gone = RawServer.answering("")) {
            closed = gone.address();
        }

        DoctorRig rig = new DoctorRig(closed);

        assertOnly(rig, "cannot be reached", "start the server, or set OPENAI_BASE_URL to where it is");
    }

    @Test
    void aHostThatIsNotKnownFails() {
        DoctorRig rig = new DoctorRig(URI.create("https://nowhere.invalid/v1"));

        assertThat(rig.findings())
                .filteredOn(finding -> finding.level() == FAILED)
                .extracting(Finding::fix)
                .containsExactly("check the host in OPENAI_BASE_URL");
    }

    @Test
    void tlsOnAPlainPortFails() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuseAll(plain));
            URI safe = URI.create("https://127.0.0.1:%d/v1".formatted(plain.getLocalPort()));

            assertOnly(
                    new DoctorRig(safe),
                    "TLS failed",
                    "let OPENAI_BASE_URL begin with http:// if the server speaks no TLS, as most local ones");
        }
    }

    /** As a server without TLS does when it is greeted with TLS. */
    private static void refuseAll(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (Socket socket = plain.accept()) {
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                // The test is over, or the client has hung up.
            }
        }
    }

    @Test
    void aPlainCallOnATlsPortFails() {
        try (RawServer tls = RawServer.answering("\u0015\u0003\u0003\u0000\u0002\u0002P")) {
            URI plain =
                    URI.create("http://127.0.0.1:%d/v1".formatted(tls.address().getPort()));

            assertOnly(
                    new DoctorRig(plain),
                    "broke off its answer",
                    "check OPENAI_BASE_URL; let it begin with https:// if the server speaks TLS");
        }
    }

    @Test
    void aServerThatHangsFails() {
        CountDownLatch over = new CountDownLatch(1);
        server.handle(LIST, exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertOnly(rig(), "did not answer", "see whether the server is overloaded, or something is in the way");
        over.countDown();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aServerInTroubleFails(int status) {
        server.answer(LIST, Reply.json(status, "{}").with("Retry-After", "1"));

        assertOnly(
                rig(),
                "the server a",
                "look at the server's log, or at the provider's status page and the limits of your account");
    }

    @Test
    void aWebPageFails() {
        server.answer(LIST, Reply.html(200, "<html>Open WebUI</html>"));

        assertOnly(
                rig(),
                "answers with something that is no API",
                "set OPENAI_BASE_URL to the address of the server's API, which mostly ends in /v1");
    }

    @ParameterizedTest
    @CsvSource({"'', /v1", "/api, /api/v1", "/v1/chat/completions, /v1"})
    void aPathBesideTheApiFailsWithTheRightOne(String path, String right) {
        server.answer(right + "/models", Reply.json("{\"data\":[]}"));
        URI base = server.at(path);

        assertOnly(
                new DoctorRig(base),
                "the API is not at %s but at %s".formatted(base, server.at(right)),
                "set OPENAI_BASE_URL=" + server.at(right));
    }

    @Test
    void aServerThatAnswersErrorsWithSuccessIsLookedForElsewhere() {
        server.answer("/models", Reply.json("{\"error\":\"Unexpected endpoint. Returning 200 anyway\"}"));
        server.answer(LIST, Reply.json("{\"data\":[]}"));

        assertOnly(new DoctorRig(server.address()), "the API is not at", "set OPENAI_BASE_URL=" + server.at("/v1"));
    }

    @Test
    void aServerThatWantsAKeyFailsWithoutOne() {
        server.answer(LIST, Reply.json(401, "{}"));

        assertOnly(rig().withoutKey(), "wants a key", "set OPENAI_API_KEY");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aKeyThatIsRefusedForTheListAndForMessagesFails(int status) {
        server.answer(LIST, Reply.json(status, "{}"));
        DoctorRig rig = rig().takes(100, () -> {
            throw new ServerRefusesException("The server does not take the key.");
        });

        assertThat(rig.findings())
                .contains(Finding.failed("language model", "The server does not take the key", "check OPENAI_API_KEY"))
                .filteredOn(finding -> finding.level() == FAILED)
                .hasSize(1);
    }

    @Test
    void aKeyThatMayNotListModelsIsGoodEnough() {
        server.answer(LIST, Reply.json(403, "{}"));

        assertThat(rig().answersAfter(500).findings())
                .extracting(Finding::level)
                .containsOnly(OK);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405})
    void aServerWithoutAListIsGoodEnough(int status) {
        server.answer(LIST, Reply.status(status));

        assertThat(rig().answersAfter(500).findings())
                .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(OK))
                .extracting(Finding::sentence)
                .contains("%s answers; it shows no list of models".formatted(server.at("/v1")));
    }

    @Test
    void theKeyIsSentAndNeverTold() {
        server.answer(LIST, Reply.json(500, "{}"));

        assertThat(rig().findings().toString()).doesNotContain("SECRET");
        assertThat(server.requests(LIST))
                .hasSize(1)
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEqualTo("Bearer " + DoctorRig.KEY));
    }

    @Test
    void aFarServerNeedsTlsAndAPrice() {
        List<Finding> findings = new DoctorRig(URI.create("http://far.invalid/v1")).findings();

        assertThat(findings)
                .filteredOn(finding -> finding.level() == WARNING)
                .extracting(Finding::fix)
                .containsExactly(
                        "set OPENAI_BASE_URL to an address that begins with https://",
                        "set LLM_PRICE_INPUT and LLM_PRICE_OUTPUT, money for a million tokens");
    }

    @Test
    void withAPriceAndWithoutAKeyThereIsNothingToWarnOf() {
        DoctorRig rig = new DoctorRig(URI.create("http://far.invalid/v1"))
                .withoutKey()
                .with(KeptLedger.used(0, 0), DoctorRig.limits(new Ledger.Price(1, 2)));

        assertThat(rig.findings()).extracting(Finding::level).containsExactly(FAILED, OK);
    }

    @Test
    void aModelThatFallsSilentFailsWithTheReason() {
        server.answer(LIST, Reply.json("{\"data\":[{\"id\":\"gpt-4.1-mini\"}]}"));
        DoctorRig rig = rig().takes(100, () -> {
            throw new ServiceUnavailableException("the server answered 503 (%s).".formatted(server.address()), null);
        });

        assertThat(rig.findings())
                .filteredOn(finding -> finding.level() == FAILED)
                .extracting(Finding::sentence)
                .containsExactly("the server answered 503 (%s): messages will be answered by the built-in reader"
                        .formatted(server.address()));
    }

    private DoctorRig rig() {
        return new DoctorRig(server.at("/v1"));
    }

    /** One failure with its fix, and no call to the model. */
    private static void assertOnly(DoctorRig rig, String sentence, String fix) {
        assertThat(rig.findings()).extracting(Finding::level, Finding::fix).containsExactly(tuple(FAILED, fix));
        assertThat(rig.findings().getFirst().sentence()).contains(sentence).doesNotEndWith(".");
        assertThat(rig.asked).isEmpty();
    }
}
