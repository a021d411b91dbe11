package org.emotitune.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops a home's server. To be used with the home's mutex held. */
final class ServerProcess {
    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);
    private static final long LARGEST_LOG = 1_000_000;
    /** How long children of a killed server may take to notice and end. */
    private static final Duration OLD_CHILDREN = Duration.ofSeconds(10);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final ClusterHome home;
    private final ServerBinaries binaries;
    private final Unprivileged user;

    ServerProcess(ClusterHome home, ServerBinaries binaries, Unprivileged user) {
        this.home = home;
        this.binaries = binaries;
        this.user = user;
    }

    /** Starts the server and waits until it takes connections, after a crash until it has recovered. */
    DatabaseAddress start(Consumer<String> progress) {
        boolean crashed = Postmaster.of(home).isPresent();
        if (crashed) {
            Postmaster.disown(home);
        }
        Cluster.configure(home);
        tidyLogs();
        user.own(home.root());
        var waiting = new Waiting();
        while (true) {
            long logged = logSize();
            int port = Ports.choose(home);
            Optional<DatabaseAddress> address = tryStart(port, progress);
            if (address.isPresent()) {
                Machine.note(home);
                log.debug("started PostgreSQL {} on port {}", binaries.major(), port);
                return address.get();
            }
            String complaint = Cluster.complaint(read(home.log(), logged) + read(starterLog(), 0));
            boolean oldChildren = crashed || complaint.isEmpty();
            if (Ports.isFree(port) && (!oldChildren || waiting.longerThan(OLD_CHILDREN))) {
                throw new DatabaseException("The embedded database does not start: %s (see %s)."
                        .formatted(
                                complaint.isEmpty() ? "processes of an earlier server have not ended" : complaint,
                                home.log()));
            }
            Waiting.pause();
        }
    }

    /** @return empty if the server gave up, for a reason in its log */
    private Optional<DatabaseAddress> tryStart(int port, Consumer<String> progress) {
        Process starter = pgCtl(true, "start", "-w", "-t", "600", "-l", "postgres.log", "-o", "-p " + port);
        var running = new RunningServer(home, progress);
        try {
            while (true) {
                boolean given = !starter.isAlive();
                Optional<DatabaseAddress> address = Postmaster.of(home)
                        .filter(server -> server.ready() && server.lives(home))
                        .flatMap(running::answering);
                if (address.isPresent() || given) {
                    return address.isPresent() ? address : running.find();
                }
                Waiting.pause();
            }
        } finally {
            end(starter);
        }
    }

    /** It only watches from now on, and holds the server's lock while it does. */
    private static void end(Process starter) {
        starter.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("pg_ctl"))
                .forEach(ProcessHandle::destroy);
        starter.destroy();
    }

    /**
     * Asks the server to stop without waiting for clients, and returns as soon as it has begun to: from then on its
     * state tells a later start to wait.
     */
    void stop() {
        Process stopper = pgCtl(false, "stop", "-m", "fast", "-W");
        var waiting = new Waiting();
        while (Postmaster.of(home).filter(Postmaster::ready).isPresent() && !waiting.longerThan(STOP_LIMIT)) {
            Waiting.pause();
        }
        log.debug("stopping PostgreSQL, pg_ctl is {}", stopper.isAlive() ? "at work" : "done");
    }

    /** Relative paths, for pg_ctl hands them to a shell. */
    private Process pgCtl(boolean interlock, String verb, String... options) {
        List<String> words = new ArrayList<>();
        if (interlock && Files.isExecutable(Path.of("/usr/bin/flock"))) {
            // The server and all its children keep this lock, in other containers too: never two servers on one home.
            words.addAll(List.of("/usr/bin/flock", "-n", "server.lock"));
        }
        words.addAll(user.prefix());
        words.addAll(List.of(binaries.program("pg_ctl"), verb, "-s", "-D", "cluster/data"));
        words.addAll(List.of(options));
        return new Command(words, home.root(), starterLog()).start();
    }

    private void tidyLogs() {
        try {
            Files.deleteIfExists(starterLog());
            if (logSize() > LARGEST_LOG) {
                Files.move(home.log(), home.root().resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw FileFailures.translate("The logs in %s cannot be tidied".formatted(home.root()), e);
        }
    }

    private long logSize() {
        try {
            return Files.exists(home.log()) ? Files.size(home.log()) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private Path starterLog() {
        return home.root().resolve("pg_ctl.log");
    }

    private static String read(Path file, long position) {
        try {
            byte[] all = Files.readAllBytes(file);
            int from = (int) Math.min(position, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
