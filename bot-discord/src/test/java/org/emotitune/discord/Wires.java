package org.emotitune.discord;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy that passes bytes on, and counts the connections through it. */
final class Wires implements AutoCloseable {
    private final URI to;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean silent;

    Wires(String to) {
        this.to = URI.create(to);
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /** Where it listens, with the path of where it goes. */
    String address() {
        return "%s://127.0.0.1:%d%s".formatted(to.getScheme(), door.getLocalPort(), to.getPath());
    }

    int connections() {
        return connections.get();
    }

    /** Nothing is passed on any more, and nobody hears that. */
    void goSilent() {
        silent = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket here = door.accept();
                Socket there = new Socket(to.getHost(), to.getPort());
                open.add(here);
                open.add(there);
                connections.incrementAndGet();
                Thread.startVirtualThread(() -> pass(here, there));
                Thread.startVirtualThread(() -> pass(there, here));
            }
        } catch (IOException e) {
            close();
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8_192];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                if (!silent) {
                    out.write(bytes, 0, length);
                }
            }
        } catch (IOException e) {
            // The other end hears of it: both are closed.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
