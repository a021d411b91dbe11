package org.emotitune.db;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A program that opens the home in its first argument, with the cache in its second, prints {@code open} and the port,
 * and leaves when its standard input ends or it gets a signal to end. Before, it prints a line {@code progress …} for
 * each step, and instead {@code failed …} if it cannot open.
 */
final class HomeUser {
    private HomeUser() {}

    public static void main(String[] arguments) throws IOException {
        try (var postgres = EmbeddedPostgres.open(
                Path.of(arguments[0]), Path.of(arguments[1]), message -> System.out.println("progress " + message))) {
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            System.out.println(
                    "open " + postgres.address().jdbcUrl().replaceFirst("^.*127\\.0\\.0\\.1:([0-9]+)/.*$", "$1"));
            while (System.in.read() >= 0) {
                // Nothing that is said matters, only the end.
            }
        } catch (DatabaseException e) {
            System.out.println("failed " + e.getMessage());
        }
    }
}
