package org.emotitune.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The server of {@link TestDatabase}, with a migrated database that every other one is a copy of. */
final class TestServer implements AutoCloseable {
    private final DatabaseAddress administration;
    private final Runnable end;
    private final DatabaseAddress template;

    private TestServer(DatabaseAddress administration, Runnable end) {
        this.administration = administration;
        this.end = end;
        template = administration.withDatabase(name("template"));
        execute("CREATE DATABASE " + nameOf(template));
        Migrator.migrate(template.dataSource());
    }

    static TestServer start(Map<String, String> environment) {
        String url = environment.getOrDefault("TEST_DATABASE_URL", "");
        if (!url.isBlank()) {
            return new TestServer(DatabaseAddress.parse(url), () -> {});
        }
        List<String> reasons = new ArrayList<>();
        var docker = DockerServer.start(environment, reasons::add);
        if (docker.isPresent()) {
            return new TestServer(docker.get().address(), docker.get()::close);
        }
        try {
            return embedded(environment);
        } catch (IOException | DatabaseException e) {
            reasons.add(e.toString());
            throw new IllegalStateException(
                    "No PostgreSQL with pgvector for the tests. TEST_DATABASE_URL is not set; "
                            + String.join("; ", reasons),
                    e);
        }
    }

    private static TestServer embedded(Map<String, String> environment) throws IOException {
        Path home = Files.createTempDirectory("emotitune-tests-");
        EmbeddedPostgres postgres =
                EmbeddedPostgres.open(home, EmbeddedPostgres.defaultCache(environment), System.err::println);
        return new TestServer(postgres.address(), () -> {
            postgres.closeAndWait();
            delete(home);
        });
    }

    private static void delete(Path home) {
        try {
            Directories.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DatabaseAddress create() {
        DatabaseAddress address = administration.withDatabase(name("test"));
        execute("CREATE DATABASE %s TEMPLATE %s".formatted(nameOf(address), nameOf(template)));
        return address;
    }

    void drop(DatabaseAddress address) {
        execute("DROP DATABASE %s WITH (FORCE)".formatted(nameOf(address)));
    }

    @Override
    public void close() {
        try {
            drop(template);
        } finally {
            end.run();
        }
    }

    private void execute(String sql) {
        try (Connection connection = administration.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw SqlFailures.translate(e, administration.dataSource());
        }
    }

    private static String name(String kind) {
        return "emotitune_%s_%s".formatted(kind, UUID.randomUUID().toString().replace("-", ""));
    }

    private static String nameOf(DatabaseAddress address) {
        return address.jdbcUrl().replaceFirst("^.*/([^/?]+)(\\?.*)?$", "$1");
    }
}
