package org.emotitune.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a home's database files, and their configuration. */
final class Cluster {
    static final String USER = "emotitune";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Pattern COMPLAINT = Pattern.compile("^.*?\\b(?:error|FATAL|PANIC): +");
    private static final int PASSWORD_BYTES = 24;
    /** The first version that knows Unicode's letters without a locale of the machine. */
    private static final int BUILTIN_LOCALE_MAJOR = 17;

    /**
     * Durable, for this machine only, and modest. Statements and the values in errors stay out of the log: they may hold
     * what a person wrote. Only starts, stops and crashes are left, so that the log stays small.
     */
    private static final String CONFIGURATION = """
            # Written by EmotiTune at each start. Settings of your own: ALTER SYSTEM SET ...
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 100
            shared_buffers = '128MB'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            jit = off
            # pgvector 0.8.0 can overflow memory when it builds a HNSW index in parallel.
            max_parallel_maintenance_workers = 0
            password_encryption = 'scram-sha-256'
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_checkpoints = off
            """;

    private Cluster() {}

    /** Fills a directory of another name and renames it, so that a kill leaves either nothing or a whole database. */
    static void create(ClusterHome home, ServerBinaries binaries, Unprivileged user) {
        try {
            Path fresh = Directories.fresh(home.cluster());
            try {
                Path password = fresh.resolve("password");
                ClusterHome.write(password, newPassword());
                user.own(fresh);
                initialize(binaries, user, fresh, password);
                Directories.complete(fresh, home.cluster());
            } finally {
                Directories.delete(fresh);
            }
        } catch (IOException e) {
            throw FileFailures.translate("The database in %s cannot be made".formatted(home.root()), e);
        }
    }

    private static void initialize(ServerBinaries binaries, Unprivileged user, Path fresh, Path password)
            throws IOException {
        List<String> words = Command.words(
                user.prefix(),
                binaries.program("initdb"),
                "--pgdata=" + fresh.resolve("data"),
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C");
        if (binaries.major() >= BUILTIN_LOCALE_MAJOR) {
            words.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        Path output = fresh.resolve("initdb.log");
        if (new Command(words, fresh, output).run(LIMIT) != 0) {
            throw new DatabaseException(
                    "The database files cannot be made: %s.".formatted(complaint(Files.readString(output))));
        }
        Files.delete(output);
    }

    static void configure(ClusterHome home) {
        ClusterHome.write(home.data().resolve("postgresql.conf"), CONFIGURATION);
    }

    /** The first line that says what is wrong, out of what PostgreSQL's programs printed; empty if they printed nothing. */
    static String complaint(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        String line = lines.stream()
                .filter(candidate -> COMPLAINT.matcher(candidate).lookingAt())
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.getLast());
        return COMPLAINT.matcher(line).replaceFirst("");
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes) + "\n";
    }
}
