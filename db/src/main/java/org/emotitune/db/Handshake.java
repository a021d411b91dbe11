package org.emotitune.db;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * Asks whether a PostgreSQL listens, with the first message of its protocol (SSLRequest). Far cheaper than a connection
 * through the JDBC driver, which a program that joins a running server would have to load for this.
 */
final class Handshake {
    /** From the chapter on message formats of PostgreSQL's manual: length, then the request's code. */
    private static final byte[] SSL_REQUEST =
            ByteBuffer.allocate(8).putInt(8).putInt(80_877_103).array();

    private static final int LIMIT_MILLIS = 2000;

    private Handshake() {}

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(Ports.loopback(port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(SSL_REQUEST);
            int answer = socket.getInputStream().read();
            return answer == 'S' || answer == 'N';
        } catch (IOException e) {
            return false;
        }
    }
}
