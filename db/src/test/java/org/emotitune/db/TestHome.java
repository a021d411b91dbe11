package org.emotitune.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives each test an empty home directory, and leaves neither it nor a server behind. */
final class TestHome implements BeforeEachCallback, AfterEachCallback {
    static final Path CACHE = EmbeddedPostgres.defaultCache(System.getenv());

    private Path directory = Path.of("");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("emotitune home-");
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        server().ifPresent(server -> ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly));
        while (server().isPresent()) {
            Waiting.pause();
        }
        Directories.delete(directory);
    }

    Path directory() {
        return directory;
    }

    ClusterHome cluster() {
        return ClusterHome.in(directory);
    }

    EmbeddedPostgres open() {
        return EmbeddedPostgres.open(directory, CACHE, message -> {});
    }

    Child openInAnotherProcess() {
        return Child.start(HomeUser.class, Map.of(), directory, CACHE);
    }

    /** The server if its process lives. */
    Optional<Postmaster> server() {
        return Postmaster.of(cluster()).filter(server -> server.lives(cluster()));
    }

    ProcessHandle serverProcess() {
        return server().flatMap(server -> ProcessHandle.of(server.pid())).orElseThrow();
    }

    /** Waits while the server stops. */
    boolean isRunning() {
        return new RunningServer(cluster(), message -> {}).find().isPresent();
    }

    static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = address.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = address.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
