package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.RawServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Services that cannot be reached, and what is told of a call. */
@Timeout(60)
class WebClientReachTest {
    @Test
    void aMachineThatIsNotThereIsTold() {
        URI closed;
        try (RawServer server = RawServer.answering("")) {
            closed = server.address();
        }

        new Rig().cannotGet(closed).withMessage("Spotify cannot be reached (%s).", closed);
        new Rig()
                .cannotGet(URI.create("http://nowhere.invalid/song"))
                .withMessage(
                        "Spotify cannot be found (is there a connection to the internet?) (http://nowhere.invalid/song).");
    }

    @Test
    void aPortThatSpeaksNoTlsIsTold() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuseAll(plain));
            URI safe = URI.create("https://127.0.0.1:%d/song".formatted(plain.getLocalPort()));

            new Rig().cannotGet(safe).withMessage("Spotify cannot be reached safely: TLS failed (%s).", safe);
        }
    }

    private static void refuseAll(ServerSocket plain) {
        byte[] refusal = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        while (!plain.isClosed()) {
            try (Socket socket = plain.accept()) {
                socket.getOutputStream().write(refusal);
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                // The test is over, or the client has hung up.
            }
        }
    }

    @Test
    void aPortThatNeverFinishesTlsIsTold() {
        try (LocalServer server = new LocalServer()) {
            URI safe = URI.create("https" + server.at("/song").toString().substring(4));

            new Rig(Rig.within(Duration.ofMillis(300)))
                    .cannotGet(safe)
                    .withMessageMatching("Spotify (took no connection|did not answer to the end) within 300 ms .*");
        }
    }

    @Test
    void noKeyTokenOrFormIsEverTold() {
        URI secret = URI.create("http://user:pass@127.0.0.1:1/song?api_key=SECRET#SECRET");
        Call call = Call.form(secret, Map.of("Authorization", "Bearer SECRET"), "code=SECRET");

        assertThat(call).hasToString("Call[POST http://127.0.0.1:1/song]");
        assertThat(new Answer(200, "text/plain", "SECRET")).hasToString("Answer[200, text/plain, 6 characters]");
        assertThatThrownBy(() -> new Rig().client.send(call))
                .hasMessage("Spotify cannot be reached (http://127.0.0.1:1/song).")
                .hasStackTraceContaining("ConnectException")
                .satisfies(
                        failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain("SECRET", "pass"));
        assertThatThrownBy(() -> new Rig().client.send(new Call("GET", secret, Map.of("X", "SECRET\n"), null, false)))
                .hasMessageContaining("cannot be sent")
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }
}
