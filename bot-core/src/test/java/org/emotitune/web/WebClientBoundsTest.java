package org.emotitune.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.emotitune.testing.LocalServer;
import org.emotitune.testing.RawServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a service sends and however slowly: time and memory are bounded, and the outcome is told in a sentence. */
@Timeout(60)
class WebClientBoundsTest {
    private static final int MEGABYTE = 1_000_000;

    @Test
    void anAnswerOfTwoHundredMegabytesIsNotReadToItsEnd() {
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n".formatted(200 * MEGABYTE);
        RawServer.Script script = out -> {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < 200; sent++) {
                out.write(new byte[MEGABYTE]);
            }
        };

        try (RawServer server = new RawServer(script)) {
            new Rig()
                    .cannotGet(server.address())
                    .withMessage(
                            "Spotify answered with more than 200,000 bytes, which is not read further (%s).",
                            server.address());

            assertThat(server.written()).isLessThan(20L * MEGABYTE);
            assertThat(server.calls()).isEqualTo(1);
        }
    }

    @Test
    void aPackedAnswerIsUnpackedWithinTheSameBound() throws IOException {
        byte[] good = packed("canción".getBytes(StandardCharsets.UTF_8));
        byte[] bomb = packed(new byte[100 * MEGABYTE]);
        assertThat(bomb).hasSizeLessThan(200_000);

        try (LocalServer server = new LocalServer()) {
            server.handle("/good", exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                exchange.sendResponseHeaders(200, good.length);
                exchange.getResponseBody().write(good);
            });
            server.handle("/bomb", exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                exchange.sendResponseHeaders(200, bomb.length);
                exchange.getResponseBody().write(bomb);
            });

            assertThat(new Rig().get(server.at("/good")).body()).isEqualTo("canción");
            new Rig().cannotGet(server.at("/bomb")).withMessageContaining("more than 200,000 bytes");
        }
    }

    @Test
    void aBodyOfExactlyTheBoundIsRead() {
        String body = "a".repeat(200_000);
        try (LocalServer server = new LocalServer()) {
            server.answer("/song", LocalServer.Reply.html(200, body));
            server.answer("/more", LocalServer.Reply.html(200, body + "a"));

            assertThat(new Rig().get(server.at("/song")).body()).isEqualTo(body);
            new Rig().cannotGet(server.at("/more")).withMessageContaining("more than 200,000 bytes");
        }
    }

    /** Every byte in time, and the whole never: a time limit between bytes would not see it. */
    @Test
    void aSlowDripIsCutOffAfterTheWholeTime() throws InterruptedException {
        CountDownLatch hungUp = new CountDownLatch(2);
        RawServer.Script drip = out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            drip(out, hungUp);
        };

        try (RawServer server = new RawServer(drip)) {
            new Rig(Rig.within(Duration.ofMillis(400)))
                    .cannotGet(server.address())
                    .withMessage("Spotify did not answer to the end within 400 ms (%s).", server.address());

            assertThat(server.calls()).isEqualTo(2);
            assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void drip(OutputStream out, CountDownLatch hungUp) {
        try {
            while (!new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS)) {
                out.write('a');
            }
        } catch (IOException e) {
            hungUp.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServiceThatSaysNothingIsCutOff() {
        CountDownLatch forever = new CountDownLatch(1);
        RawServer.Script silence = out -> {
            try {
                forever.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        try (RawServer server = new RawServer(silence)) {
            new Rig(Rig.within(Duration.ofMillis(300)))
                    .cannotGet(server.address())
                    .withMessageContaining("did not answer to the end within 300 ms");
        }
    }

    @Test
    void anInterruptEndsACall() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch forever = new CountDownLatch(1);
        RawServer.Script silence = out -> {
            asked.countDown();
            try {
                forever.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (RawServer server = new RawServer(silence)) {
            CountDownLatch ended = new CountDownLatch(1);
            Thread caller = Thread.ofVirtual().start(() -> {
                assertThatThrownBy(() -> new Rig().get(server.address())).hasMessageContaining("was interrupted");
                if (Thread.currentThread().isInterrupted()) {
                    ended.countDown();
                }
            });
            asked.await();

            caller.interrupt();

            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(plain);
        }
        return bytes.toByteArray();
    }
}
