package org.emotitune.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs of a PostgreSQL that has pgvector.
 *
 * @param bin where initdb, pg_ctl and postgres are
 * @param major such as 17
 */
record ServerBinaries(Path bin, int major) {
    static final int OLDEST_MAJOR = 15;
    private static final Pattern VERSION = Pattern.compile("(?m)^VERSION=([0-9]+)");
    private static final Pattern SHARE = Pattern.compile("(?m)^share_path=(.+)$");
    /** Iterative scans of a HNSW index came with 0.8.0. */
    private static final Pattern PGVECTOR_NEW_ENOUGH =
            Pattern.compile("(?m)^default_version *= *'(?:0\\.(?:[89]|[1-9][0-9]+)|[1-9][0-9]*)\\.");

    /** Asks the programs themselves, for every distribution spreads the files differently; empty if they do not do. */
    static Optional<ServerBinaries> inspect(Path bin, Unprivileged user) {
        for (String program : new String[] {"initdb", "pg_ctl", "postgres"}) {
            if (!Files.isExecutable(bin.resolve(program))) {
                return Optional.empty();
            }
        }
        var show = Command.words(user.prefix(), bin.resolve("initdb").toString(), "--show", "-D", "unused");
        String output = Command.capture(show, Duration.ofSeconds(30)).output();
        Matcher version = VERSION.matcher(output);
        Matcher share = SHARE.matcher(output);
        if (!version.find() || !share.find() || !hasVector(Path.of(share.group(1)))) {
            return Optional.empty();
        }
        return Optional.of(new ServerBinaries(bin, Integer.parseInt(version.group(1))))
                .filter(found -> found.major() >= OLDEST_MAJOR);
    }

    private static boolean hasVector(Path share) {
        try {
            String control = Files.readString(share.resolve("extension").resolve("vector.control"));
            return PGVECTOR_NEW_ENOUGH.matcher(control).find();
        } catch (IOException e) {
            return false;
        }
    }

    String program(String name) {
        return bin.resolve(name).toString();
    }
}
