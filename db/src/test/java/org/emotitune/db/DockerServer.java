package org.emotitune.db;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL with pgvector in a container, where a Docker engine answers. */
record DockerServer(DatabaseAddress address, PostgreSQLContainer container) implements AutoCloseable {
    private static final DockerImageName IMAGE =
            DockerImageName.parse("pgvector/pgvector:0.8.1-pg17").asCompatibleSubstituteFor("postgres");

    static Optional<DockerServer> start(Map<String, String> environment, Consumer<String> reason) {
        if (!mayHaveEngine(environment)) {
            reason.accept("there is no Docker engine (no DOCKER_HOST, no socket)");
            return Optional.empty();
        }
        try {
            return start(reason);
        } catch (NoClassDefFoundError e) {
            reason.accept("Testcontainers is not on the class path");
            return Optional.empty();
        }
    }

    private static Optional<DockerServer> start(Consumer<String> reason) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            reason.accept("the Docker engine does not answer");
            return Optional.empty();
        }
        var container = new PostgreSQLContainer(IMAGE);
        container.start();
        String url = container.getJdbcUrl();
        return Optional.of(new DockerServer(
                new DatabaseAddress(url, container.getUsername(), container.getPassword()), container));
    }

    /** Testcontainers' own search takes seconds where there is nothing. */
    private static boolean mayHaveEngine(Map<String, String> environment) {
        String home = System.getProperty("user.home");
        return environment.containsKey("DOCKER_HOST")
                || Files.exists(Path.of(home, ".testcontainers.properties"))
                || Stream.of(
                                "/var/run/docker.sock",
                                home + "/.docker/run/docker.sock",
                                environment.getOrDefault("XDG_RUNTIME_DIR", "/nowhere") + "/docker.sock")
                        .anyMatch(socket -> Files.exists(Path.of(socket)));
    }

    @Override
    public void close() {
        container.stop();
    }
}
