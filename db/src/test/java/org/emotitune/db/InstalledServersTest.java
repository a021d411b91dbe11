package org.emotitune.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledServersTest {
    private static final Unprivileged ANYBODY = new Unprivileged(List.of(), -1);

    @TempDir
    private Path directory;

    @Test
    void theNewestServerWithPgvectorIsFound() throws IOException {
        Path older = server("16.4", "0.8.0");
        Path newer = server("17.2 (Debian 17.2-1)", "0.8.0");

        assertThat(InstalledServers.newest(Set.of(older, newer), OptionalInt.empty(), ANYBODY))
                .contains(new ServerBinaries(newer, 17));
    }

    @Test
    void onlyAServerOfTheRightMajorVersionIsTaken() throws IOException {
        Path older = server("16.4", "0.8.0");
        Path newer = server("17.2", "0.8.0");

        assertThat(InstalledServers.newest(Set.of(older, newer), OptionalInt.of(16), ANYBODY))
                .contains(new ServerBinaries(older, 16));
        assertThat(InstalledServers.newest(Set.of(older, newer), OptionalInt.of(15), ANYBODY))
                .isEmpty();
    }

    @Test
    void aServerIsNotTakenThatIsTooOldOrHasNoPgvectorWithHnswOrIsIncomplete() throws IOException {
        Path tooOld = server("14.9", "0.8.0");
        Path withoutHnsw = server("15.1", "0.4.4");
        Path withoutVector = server("16.1", "0.8.0");
        Files.delete(withoutVector.resolveSibling("share").resolve("extension/vector.control"));
        Path incomplete = server("17.1", "0.8.0");
        Files.delete(incomplete.resolve("postgres"));

        assertThat(InstalledServers.newest(
                        Set.of(tooOld, withoutHnsw, withoutVector, incomplete), OptionalInt.empty(), ANYBODY))
                .isEmpty();
    }

    /** A stand-in that answers as initdb --show does. */
    private Path server(String version, String pgvector) throws IOException {
        Path server = Files.createTempDirectory(directory, "server");
        Path bin = Files.createDirectory(server.resolve("bin"));
        Path extensions = Files.createDirectories(server.resolve("share/extension"));
        Files.writeString(extensions.resolve("vector.control"), "default_version = '%s'\n".formatted(pgvector));
        for (String program : new String[] {"initdb", "pg_ctl", "postgres"}) {
            String script =
                    "#!/bin/sh\necho 'VERSION=%s'\necho 'share_path=%s'\n".formatted(version, server.resolve("share"));
            Files.writeString(bin.resolve(program), script);
            Files.setPosixFilePermissions(bin.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return bin;
    }
}
