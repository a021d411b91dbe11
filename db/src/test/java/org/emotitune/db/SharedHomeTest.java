package org.emotitune.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several processes on one home. */
class SharedHomeTest {
    @RegisterExtension
    final TestHome home = new TestHome();

    @Test
    void processesShareAServerAndTheLastOneStopsIt() {
        Child first = home.openInAnotherProcess();
        String port = first.awaitLine("open");
        Child second = home.openInAnotherProcess();
        assertThat(second.awaitLine("open")).isEqualTo(port);

        first.close();
        assertThat(home.isRunning()).isTrue();

        second.close();
        assertThat(home.isRunning()).isFalse();
    }

    @Test
    void processesThatStartAtOnceOnAnEmptyHomeAllConnectToOneServer() {
        try (Child first = home.openInAnotherProcess();
                Child second = home.openInAnotherProcess();
                var third = home.open()) {
            String port = first.awaitLine("open");

            assertThat(second.awaitLine("open")).isEqualTo(port);
            assertThat(third.address().jdbcUrl()).contains(":" + port + "/");
        }
        assertThat(home.isRunning()).isFalse();
    }

    @Test
    void theServerOfAKilledProcessIsUsedByTheNext() throws SQLException {
        Child killed = home.openInAnotherProcess();
        killed.awaitLine("open");
        TestHome.execute(home.cluster().address(home.server().orElseThrow().port()), "CREATE TABLE kept (x int)");
        ProcessHandle server = home.serverProcess();
        killed.killHard();

        try (var next = home.open()) {
            assertThat(home.serverProcess()).isEqualTo(server);
            assertThat(TestHome.query(next.address(), "SELECT count(*) FROM kept"))
                    .isEqualTo("0");
        }
        assertThat(home.isRunning()).isFalse();
    }

    @Test
    void dataSurvivesWhenProcessAndServerAreKilled() throws SQLException {
        Child killed = home.openInAnotherProcess();
        killed.awaitLine("open");
        TestHome.execute(
                home.cluster().address(home.server().orElseThrow().port()),
                "CREATE TABLE kept AS SELECT 'still here' AS word");
        home.serverProcess().destroyForcibly();
        killed.killHard();

        try (var next = home.open()) {
            assertThat(TestHome.query(next.address(), "SELECT word FROM kept")).isEqualTo("still here");
        }
    }

    @Test
    void aTerminatedProcessStopsTheServerInItsShutdownHook() {
        Child terminated = home.openInAnotherProcess();
        terminated.awaitLine("open");

        terminated.terminate();

        assertThat(home.isRunning()).isFalse();
    }

    @Test
    void aStartWaitsForTheServerThatTheLastUserIsStopping() throws SQLException {
        var last = home.open();
        TestHome.execute(last.address(), "CREATE TABLE kept AS SELECT generate_series(1, 100000) AS x");
        last.close();

        try (var next = home.open()) {
            assertThat(TestHome.query(next.address(), "SELECT count(*) FROM kept"))
                    .isEqualTo("100000");
        }
    }
}
