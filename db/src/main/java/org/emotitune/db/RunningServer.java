package org.emotitune.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds a home's server if it runs, and waits while it comes or goes. */
final class RunningServer {
    private static final Duration TELL_AFTER = Duration.ofSeconds(2);
    /** Crash recovery may replay much; nobody waits longer than this. */
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** A server that says it is ready answers within this time or never. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final ClusterHome home;
    private final Consumer<String> progress;

    RunningServer(ClusterHome home, Consumer<String> progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Waits while the server starts or stops; empty if there is none. */
    Optional<DatabaseAddress> find() {
        var waiting = new Waiting();
        boolean told = false;
        while (true) {
            Optional<Postmaster> server = Postmaster.of(home).filter(found -> found.lives(home));
            if (server.isEmpty()) {
                return Optional.empty();
            }
            Optional<DatabaseAddress> address = answering(server.get());
            if (address.isPresent()) {
                return address;
            }
            if (!told && waiting.longerThan(TELL_AFTER)) {
                progress.accept("waiting for the database to start or to stop");
                told = true;
            }
            if (waiting.longerThan(server.get().ready() ? ANSWER_LIMIT : LIMIT)) {
                throw new DatabaseException("The database server in %s runs (process %d) but does not answer; see %s."
                        .formatted(home.root(), server.get().pid(), home.log()));
            }
            Waiting.pause();
        }
    }

    /** The server's address if it takes connections and is the one with this home's data. */
    Optional<DatabaseAddress> answering(Postmaster server) {
        if (!server.ready() || !Handshake.answers(server.port())) {
            return Optional.empty();
        }
        DatabaseAddress address = home.address(server.port());
        return Optional.of(address).filter(ours -> Postmaster.isCertain() || hasData(ours));
    }

    /** Asks the server itself; costs the start of the JDBC driver. */
    private boolean hasData(DatabaseAddress address) {
        try (Connection connection = address.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW data_directory")) {
            return rows.next() && Files.isSameFile(Path.of(rows.getString(1)), home.data());
        } catch (IOException | SQLException e) {
            return false;
        }
    }
}
