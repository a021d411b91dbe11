package org.emotitune.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server on loopback that writes bytes as they are, so that it can break every rule of HTTP. */
public final class RawServer implements AutoCloseable {

    /** Writes an answer; the connection is closed after it. */
    public interface Script {
        void play(OutputStream out) throws IOException;
    }

    private final ServerSocket listening;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Script script;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();

    public RawServer(Script script) {
        this.script = script;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        workers.execute(this::accept);
    }

    /** @return a server that answers every call with this and then hangs up */
    public static RawServer answering(String text) {
        return new RawServer(out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:%d/song".formatted(listening.getLocalPort()));
    }

    public int calls() {
        return calls.get();
    }

    /** Bytes that the other side took, or that lie in buffers on the way to it. */
    public long written() {
        return written.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                workers.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = request.readLine();
            while (line != null && !line.isEmpty()) {
                line = request.readLine();
            }
            calls.incrementAndGet();
            script.play(new Counted(socket.getOutputStream()));
        } catch (IOException e) {
            // The client hung up, which is what some tests are about.
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts what could be written. */
    private final class Counted extends OutputStream {
        private final OutputStream out;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            written.addAndGet(count);
        }
    }
}
