package org.emotitune.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Finds ports of the loopback interface to listen on. */
final class Ports {
    private static final String NOTE = "port";

    private Ports() {}

    /** The port of the last start if nobody has taken it since, else any that is free at this moment. */
    static int choose(ClusterHome home) {
        int port = home.remembered(NOTE)
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(Ports::isFree)
                .orElseGet(Ports::anyFree);
        home.remember(NOTE, Integer.toString(port));
        return port;
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(loopback(port));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(loopback(0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseException("No port of the loopback interface can be listened on.", e);
        }
    }

    /** Of IPv4, whatever Java prefers. */
    static InetSocketAddress loopback(int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }
}
