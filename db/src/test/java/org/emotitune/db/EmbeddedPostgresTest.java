package org.emotitune.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedPostgresTest {
    @RegisterExtension
    final TestHome home = new TestHome();

    @Test
    void dataSurvivesCloseAndReopen() throws SQLException {
        try (var postgres = home.open()) {
            TestHome.execute(postgres.address(), "CREATE TABLE kept AS SELECT 'still here' AS word");
        }

        try (var postgres = home.open()) {
            assertThat(TestHome.query(postgres.address(), "SELECT word FROM kept"))
                    .isEqualTo("still here");
        }
    }

    @Test
    void serverStopsAfterTheLastUseInTheProcess() throws SQLException {
        var first = home.open();
        var second = home.open();

        first.close();
        first.close();
        assertThat(TestHome.query(second.address(), "SELECT 1")).isEqualTo("1");

        second.close();
        assertThat(home.isRunning()).isFalse();
    }

    @Test
    void pgvectorWorks() throws SQLException {
        try (var postgres = home.open()) {
            TestHome.execute(postgres.address(), "CREATE EXTENSION vector");

            assertThat(TestHome.query(
                            postgres.address(), "SELECT round(('[1,2]'::vector <=> '[2,1]'::vector)::numeric, 6)"))
                    .isEqualTo("0.200000");
        }
    }

    @Test
    void serverIsDurableAndListensToThisMachineOnly() throws SQLException {
        try (var postgres = home.open()) {
            for (var setting : Map.of(
                            "fsync", "on",
                            "synchronous_commit", "on",
                            "full_page_writes", "on",
                            "listen_addresses", "127.0.0.1",
                            "unix_socket_directories", "",
                            "password_encryption", "scram-sha-256",
                            "server_encoding", "UTF8",
                            "max_parallel_maintenance_workers", "0")
                    .entrySet()) {
                assertThat(TestHome.query(postgres.address(), "SHOW " + setting.getKey()))
                        .as(setting.getKey())
                        .isEqualTo(setting.getValue());
            }
            assertThat(TestHome.query(
                            postgres.address(),
                            "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void onlyTheOwnerCanReadDataAndPassword() throws IOException {
        home.open().closeAndWait();

        ClusterHome cluster = home.cluster();
        assertThat(permissions(cluster.root())).isEqualTo("rwx------");
        assertThat(permissions(cluster.cluster())).isEqualTo("rwx------");
        assertThat(permissions(cluster.data())).isEqualTo("rwx------");
        assertThat(permissions(cluster.cluster().resolve("password"))).isEqualTo("rw-------");
    }

    @Test
    void portIsTheSameAtTheNextStartUnlessSomebodyTookIt() throws IOException, SQLException {
        String first = portOf(home.open());
        String second = portOf(home.open());
        assertThat(second).isEqualTo(first);

        try (var taken = new ServerSocket()) {
            taken.bind(Ports.loopback(Integer.parseInt(first)));
            try (var postgres = home.open()) {
                assertThat(TestHome.query(postgres.address(), "SHOW port")).isNotEqualTo(first);
            }
        }
    }

    @Test
    void aLeftoverLockFileWithTheNumberOfAnotherProcessIsNoObstacle() throws IOException, SQLException {
        var postgres = home.open();
        TestHome.execute(postgres.address(), "CREATE TABLE kept AS SELECT 1 AS x");
        Path file = home.cluster().data().resolve("postmaster.pid");
        List<String> lines = Files.readAllLines(file);
        postgres.closeAndWait();
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(file, lines);

        try (var reopened = home.open()) {
            assertThat(TestHome.query(reopened.address(), "SELECT x FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void aKilledServerRecoversAtTheNextStart() throws SQLException {
        try (var postgres = home.open()) {
            TestHome.execute(postgres.address(), "CREATE TABLE kept AS SELECT 1 AS x");
            home.serverProcess().destroyForcibly();
        }

        try (var reopened = home.open()) {
            assertThat(TestHome.query(reopened.address(), "SELECT x FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatWasKilledBelowItsUsersIsStartedAgainByTheNext() throws SQLException {
        try (var first = home.open()) {
            TestHome.execute(first.address(), "CREATE TABLE kept AS SELECT 1 AS x");
            home.serverProcess().destroyForcibly();

            try (var second = home.open()) {
                assertThat(TestHome.query(second.address(), "SELECT x FROM kept"))
                        .isEqualTo("1");
            }
            assertThat(TestHome.query(first.address(), "SELECT x FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void whatAKilledFirstStartLeftIsRemoved() throws IOException {
        Path leftover = Files.createDirectories(home.directory().resolve("postgres/cluster.new-1/data"));
        Files.writeString(leftover.resolve("PG_VERSION"), "1");

        home.open().closeAndWait();

        assertThat(leftover.getParent()).doesNotExist();
    }

    @Test
    void dataOfAnotherMajorVersionIsNotTouched() throws IOException {
        Path data = Files.createDirectories(home.cluster().data());
        Files.writeString(data.resolve("PG_VERSION"), "9\n");

        openFails(home.directory(), "was made by PostgreSQL 9");

        assertThat(data).isDirectoryContaining(file -> file.endsWith("PG_VERSION"));
    }

    @Test
    void aHomeThatIsInUseOnAnotherMachineIsNotTouched() throws IOException {
        home.open().closeAndWait();
        try (Child user = home.openInAnotherProcess()) {
            user.awaitLine("open");
            Path lockFile = home.cluster().data().resolve("postmaster.pid");
            String ours = Files.readString(lockFile);
            Files.writeString(lockFile, ours.replaceFirst("[0-9]+", Integer.toString(Integer.MAX_VALUE)));
            home.cluster().remember("machine", "another one");

            openFails(home.directory(), "in use on another machine");

            Files.writeString(lockFile, ours);
        }
    }

    @Test
    void aHomeThatIsAFileOrBelowAFileIsToldInOneSentence() throws IOException {
        Path file = Files.createFile(home.directory().resolve("file"));

        openFails(file, "cannot be made or entered");
        openFails(file.resolve("below"), "cannot be made or entered");
    }

    @Test
    void theCacheOfAPersonFollowsTheXdgRules() {
        assertThat(EmbeddedPostgres.defaultCache(Map.of("XDG_CACHE_HOME", "/x")))
                .isEqualTo(Path.of("/x/emotitune"));
        assertThat(EmbeddedPostgres.defaultCache(Map.of("XDG_CACHE_HOME", "relative")))
                .isEqualTo(EmbeddedPostgres.defaultCache(Map.of()))
                .endsWith(Path.of(".cache/emotitune"));
    }

    private static void openFails(Path home, String why) {
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> EmbeddedPostgres.open(home, TestHome.CACHE, message -> {}))
                .withMessageContaining(why);
    }

    private static String portOf(EmbeddedPostgres postgres) throws SQLException {
        try {
            return TestHome.query(postgres.address(), "SHOW port");
        } finally {
            postgres.closeAndWait();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
