package org.emotitune.db;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A private, durable PostgreSQL with pgvector in a home directory. Processes that open the same home share one server;
 * it is started by the first and stopped by the last, and left running by one that is killed, for the next to use.
 *
 * <p>Thread-safe. A home can be opened several times in one process.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final ClusterHome home;
    private final Path cache;
    private final DatabaseAddress address;
    private boolean open = true;

    private EmbeddedPostgres(ClusterHome home, Path cache, DatabaseAddress address) {
        this.home = home;
        this.cache = cache;
        this.address = address;
    }

    /**
     * Makes the database on first use, starts its server unless it runs, and waits until it takes connections.
     *
     * @param home is made if it does not exist; the database is in its subdirectory {@code postgres}
     * @param cache where PostgreSQL and pgvector are kept once they are unpacked and built, see {@link #defaultCache}
     * @param progress is told before each step that takes more than a moment, such as "building pgvector"
     * @throws DatabaseException if the home or the cache cannot be written, no server can be had, or it does not start
     */
    public static EmbeddedPostgres open(Path home, Path cache, Consumer<String> progress) {
        ClusterHome cluster = ClusterHome.in(home);
        DatabaseAddress address =
                SharedUse.of(cluster).enter(progress, alone -> ensureRunning(cluster, cache, progress, alone));
        return new EmbeddedPostgres(cluster, cache, address);
    }

    /** The cache directory of this user by the XDG rules. */
    public static Path defaultCache(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("emotitune");
    }

    private static DatabaseAddress ensureRunning(
            ClusterHome home, Path cache, Consumer<String> progress, boolean alone) {
        Optional<DatabaseAddress> running = new RunningServer(home, progress).find();
        if (running.isPresent()) {
            return running.get();
        }
        if (!alone) {
            Machine.mustBeTheSame(home);
        }
        Unprivileged user = Unprivileged.detect();
        ServerBinaries binaries = new ServerChoice(home, user, cache.toAbsolutePath(), progress).choose();
        if (home.major().isEmpty()) {
            progress.accept("making the database in %s".formatted(home.root()));
            Cluster.create(home, binaries, user);
        }
        return new ServerProcess(home, binaries, user).start(progress);
    }

    /** Valid until {@link #close()}. */
    public DatabaseAddress address() {
        return address;
    }

    /**
     * Leaves the server, and stops it if nobody else uses it; its last work goes on for a moment after the return. Does
     * nothing the second time. May be called from a shutdown hook, which waits for a call that is under way elsewhere.
     */
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            SharedUse.of(home).leave(this::stop);
        }
    }

    /** As {@link #close()}, and waits until the server has ended, if this was its last user. */
    void closeAndWait() {
        close();
        while (Postmaster.of(home)
                .filter(server -> !server.ready() && server.lives(home))
                .isPresent()) {
            Waiting.pause();
        }
    }

    private void stop() {
        if (Postmaster.of(home).filter(server -> server.lives(home)).isPresent()) {
            Unprivileged user = Unprivileged.detect();
            ServerBinaries binaries = new ServerChoice(home, user, cache.toAbsolutePath(), message -> {}).choose();
            new ServerProcess(home, binaries, user).stop();
        }
    }
}
