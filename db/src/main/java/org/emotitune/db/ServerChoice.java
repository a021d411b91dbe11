package org.emotitune.db;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Chooses the programs for a home: those of the last time if they are still there, else installed ones, else ours. */
final class ServerChoice {
    private static final String NOTE = "server";
    private static final String BUNDLED = "bundled";

    private final ClusterHome home;
    private final Unprivileged user;
    private final BundledServer bundled;

    ServerChoice(ClusterHome home, Unprivileged user, Path cache, Consumer<String> progress) {
        this.home = home;
        this.user = user;
        bundled = new BundledServer(cache, progress);
    }

    ServerBinaries choose() {
        OptionalInt major = home.major();
        Optional<String> remembered = home.remembered(NOTE);
        boolean ours = remembered.filter(BUNDLED::equals).isPresent();
        Optional<ServerBinaries> installed = ours ? Optional.empty() : installed(remembered, major);
        ServerBinaries chosen = installed.orElseGet(() -> ours(major));
        home.remember(NOTE, installed.map(found -> found.bin().toString()).orElse(BUNDLED));
        return chosen;
    }

    private Optional<ServerBinaries> installed(Optional<String> remembered, OptionalInt major) {
        return remembered
                .flatMap(bin -> ServerBinaries.inspect(Path.of(bin), user))
                .filter(found -> major.isEmpty() || major.getAsInt() == found.major())
                .or(() -> InstalledServers.newest(major, user));
    }

    private ServerBinaries ours(OptionalInt major) {
        if (major.isPresent() && major.getAsInt() != bundled.major()) {
            throw new DatabaseException(
                    "The database in %s was made by PostgreSQL %d, and no PostgreSQL %d with pgvector is installed: install it, or set EMOTITUNE_HOME to another directory."
                            .formatted(home.data(), major.getAsInt(), major.getAsInt()));
        }
        return bundled.get();
    }
}
