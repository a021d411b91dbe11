package org.emotitune.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The directory of a private server, and the names in it. {@link #cluster()} appears complete or not at all.
 *
 * @param root absolute, without symbolic links
 */
record ClusterHome(Path root) {
    /** Makes the directory below the home unless it exists, for its owner alone. */
    static ClusterHome in(Path home) {
        try {
            Path root = home.resolve("postgres");
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root, PosixFilePermissions.asFileAttribute(owner(true)));
            }
            if (!Files.isWritable(root)) {
                throw new DatabaseException("The directory %s cannot be written: no permission.".formatted(root));
            }
            return new ClusterHome(root.toRealPath());
        } catch (IOException e) {
            throw FileFailures.translate("The directory %s cannot be made or entered".formatted(home), e);
        } catch (UnsupportedOperationException e) {
            throw new DatabaseException(WaysOut.sentence("The embedded database does not run on this platform"), e);
        }
    }

    private static Set<PosixFilePermission> owner(boolean directory) {
        return PosixFilePermissions.fromString(directory ? "rwx------" : "rw-------");
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    Path data() {
        return cluster().resolve("data");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path mutex() {
        return root.resolve("mutex.lock");
    }

    Path users() {
        return root.resolve("users.lock");
    }

    /** The major version of PostgreSQL that made the data; empty if there is none yet. */
    OptionalInt major() {
        if (!Files.exists(data())) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(
                    Files.readString(data().resolve("PG_VERSION")).strip()));
        } catch (IOException e) {
            throw FileFailures.translate("The database in %s cannot be read".formatted(data()), e);
        } catch (NumberFormatException e) {
            throw new DatabaseException("%s holds no database of a known version.".formatted(data()), e);
        }
    }

    String password() {
        try {
            return Files.readString(cluster().resolve("password")).strip();
        } catch (IOException e) {
            throw FileFailures.translate("The database's password cannot be read", e);
        }
    }

    DatabaseAddress address(int port) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=disable&gssEncMode=disable".formatted(port),
                Cluster.USER,
                password());
    }

    /** What an earlier start noted under this name, if it did. */
    Optional<String> remembered(String name) {
        try {
            return Optional.of(Files.readString(root.resolve(name)).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void remember(String name, String text) {
        write(root.resolve(name), text);
    }

    /** Writes a file for its owner alone, whole or not at all; leaves one alone that says the same already. */
    static void write(Path file, String text) {
        try {
            if (Files.exists(file) && Files.readString(file).equals(text)) {
                return;
            }
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    file.getFileName() + ".",
                    ".new",
                    PosixFilePermissions.asFileAttribute(owner(false)));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FileFailures.translate("The file %s cannot be written".formatted(file), e);
        }
    }
}
