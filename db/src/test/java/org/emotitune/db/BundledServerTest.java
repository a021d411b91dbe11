package org.emotitune.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledServerTest {
    @TempDir
    private Path cache;

    @BeforeEach
    void makeSureThatPgvectorIsBuilt() {
        new BundledServer(TestHome.CACHE, System.err::println).get();
    }

    @Test
    void twoProcessesUnpackItOnce() throws IOException {
        copyPgvectorInto(cache);

        try (Child first = Child.start(CacheUser.class, Map.of(), cache);
                Child second = Child.start(CacheUser.class, Map.of(), cache)) {
            String bin = first.awaitLine("open");
            assertThat(second.awaitLine("open")).isEqualTo(bin);

            assertThat(Path.of(bin).resolve("postgres")).isExecutable();
            assertThat(Stream.of(first, second).flatMap(child -> child.printed().stream()))
                    .filteredOn(line -> line.startsWith("progress unpacking"))
                    .hasSize(1);
        }
    }

    @Test
    void whatAKilledPredecessorLeftIsRemoved() throws IOException {
        copyPgvectorInto(cache);
        try (Child killed = Child.start(CacheUser.class, Map.of(), cache)) {
            killed.awaitLine("progress");
            killed.killHard();
        }
        ServerBinaries server = new BundledServer(cache, message -> {}).get();

        assertThat(server.bin().resolve("postgres")).isExecutable();
        assertThat(names(cache)).noneMatch(name -> name.contains(".new-"));
    }

    @Test
    void theWaysOutAreToldWherePgvectorCannotBeBuilt() {
        try (Child child = Child.start(CacheUser.class, Map.of("PATH", "/nowhere"), cache)) {
            assertThat(child.awaitLine("failed"))
                    .contains("apt-get cannot be run", "Docker Compose", "DATABASE_URL", "install PostgreSQL");
        }
    }

    private static void copyPgvectorInto(Path cache) throws IOException {
        for (String name : names(TestHome.CACHE)) {
            if (name.startsWith("pgvector-") && !name.contains(".new-") && !name.endsWith(".log")) {
                Path copy = Files.createDirectory(cache.resolve(name));
                for (String file : names(TestHome.CACHE.resolve(name))) {
                    Files.copy(TestHome.CACHE.resolve(name).resolve(file), copy.resolve(file));
                }
            }
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
