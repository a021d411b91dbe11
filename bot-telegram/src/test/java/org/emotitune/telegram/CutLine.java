package org.emotitune.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotitune.db.DatabaseAddress;

/** Stands between the bot and its database, to take it away. */
final class CutLine implements AutoCloseable {
    private static final Pattern HOST = Pattern.compile("//([^/:]+):(\\d+)/");

    private final DatabaseAddress behind;
    private final String host;
    private final int port;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    CutLine(DatabaseAddress behind) {
        this.behind = behind;
        Matcher address = HOST.matcher(behind.jdbcUrl());
        if (!address.find()) {
            throw new IllegalArgumentException("no host and port in " + behind);
        }
        host = address.group(1);
        port = Integer.parseInt(address.group(2));
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The database as it is reached through this. */
    DatabaseAddress address() {
        String url = HOST.matcher(behind.jdbcUrl()).replaceFirst("//127.0.0.1:" + door.getLocalPort() + "/");
        return new DatabaseAddress(url, behind.user(), behind.password());
    }

    /** Ends all connections, and every new one. */
    void cut() {
        cut = true;
        open.forEach(CutLine::end);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (cut) {
                    end(near);
                } else {
                    join(near);
                }
            } catch (IOException e) {
                // closed, or nobody behind
            }
        }
    }

    private void join(Socket near) throws IOException {
        Socket far = new Socket(host, port);
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> pass(near, far));
        Thread.ofVirtual().start(() -> pass(far, near));
    }

    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // cut
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
