package org.emotitune.discord.testing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** The wire to the bot: all of it can be cut and mended, and each connection can break. Thread-safe. */
final class Line extends ServerSocketFactory {
    private static final ThreadLocal<@Nullable Socket> CURRENT = new ThreadLocal<>();

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** The connection of the request that the calling thread serves. */
    static Socket current() {
        Socket current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("this thread serves no connection");
        }
        return current;
    }

    /** Ends a connection without a word. */
    static void cut(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void cut() {
        cut = true;
        open.forEach(Line::cut);
    }

    void mend() {
        cut = false;
    }

    boolean isCut() {
        return cut;
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new Server();
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException("bound by its user");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException("bound by its user");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException("bound by its user");
    }

    private final class Server extends ServerSocket {
        Server() throws IOException {}

        @Override
        public Socket accept() throws IOException {
            Socket connection = new Connection();
            implAccept(connection);
            connection.setTcpNoDelay(true);
            open.add(connection);
            if (cut) {
                connection.close();
            }
            return connection;
        }
    }

    private final class Connection extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    CURRENT.set(Connection.this);
                    return super.read(bytes, from, length);
                }
            };
        }

        @Override
        public synchronized void close() throws IOException {
            open.remove(this);
            super.close();
        }
    }
}
