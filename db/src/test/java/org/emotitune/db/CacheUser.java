package org.emotitune.db;

import java.nio.file.Path;

/** A program that gets the packaged server from the cache in its argument, and prints as {@link HomeUser} does. */
final class CacheUser {
    private CacheUser() {}

    public static void main(String[] arguments) {
        try {
            var server = new BundledServer(Path.of(arguments[0]), message -> System.out.println("progress " + message))
                    .get();
            System.out.println("open " + server.bin());
        } catch (DatabaseException e) {
            System.out.println("failed " + e.getMessage());
        }
    }
}
