package org.emotitune.db;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The PostgreSQL servers that are installed on the machine. */
final class InstalledServers {
    /** Parent directory and pattern of the installations in it, then the way to their programs. */
    private static final List<Place> PLACES = List.of(
            new Place("/usr/lib/postgresql", "*", "bin"),
            new Place("/usr", "pgsql-*", "bin"),
            new Place("/usr/local", "pgsql*", "bin"),
            new Place("/usr/libexec", "postgresql*", ""),
            new Place("/opt/homebrew/opt", "postgresql*", "bin"),
            new Place("/usr/local/opt", "postgresql*", "bin"),
            new Place("/Applications/Postgres.app/Contents/Versions", "*", "bin"));

    private InstalledServers() {}

    /** The newest server with pgvector, of this major version if one is given. */
    static Optional<ServerBinaries> newest(OptionalInt major, Unprivileged user) {
        return newest(candidates(System.getenv().getOrDefault("PATH", "")), major, user);
    }

    static Optional<ServerBinaries> newest(Set<Path> candidates, OptionalInt major, Unprivileged user) {
        return candidates.stream()
                .flatMap(bin -> ServerBinaries.inspect(bin, user).stream())
                .filter(found -> major.isEmpty() || major.getAsInt() == found.major())
                .max(Comparator.comparingInt(ServerBinaries::major));
    }

    private static Set<Path> candidates(String searchPath) {
        Set<Path> candidates = new LinkedHashSet<>();
        for (String directory : searchPath.split(File.pathSeparator, -1)) {
            real(directory, "postgres").map(Path::getParent).ifPresent(candidates::add);
            real(directory, "pg_config").flatMap(InstalledServers::bin).ifPresent(candidates::add);
        }
        for (Place place : PLACES) {
            candidates.addAll(place.programs());
        }
        return candidates;
    }

    private static Optional<Path> bin(Path pgConfig) {
        var told = Command.capture(List.of(pgConfig.toString(), "--bindir"), Duration.ofSeconds(30));
        return told.exit() == 0 ? real(told.output().strip(), "postgres").map(Path::getParent) : Optional.empty();
    }

    private static Optional<Path> real(String directory, String program) {
        try {
            return directory.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(directory, program).toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private record Place(String parent, String pattern, String below) {
        List<Path> programs() {
            List<Path> found = new ArrayList<>();
            if (Files.isDirectory(Path.of(parent))) {
                try (DirectoryStream<Path> matches = Files.newDirectoryStream(Path.of(parent), pattern)) {
                    for (Path match : matches) {
                        real(match.resolve(below).toString(), "postgres")
                                .map(Path::getParent)
                                .ifPresent(found::add);
                    }
                } catch (IOException e) {
                    return found;
                }
            }
            return found;
        }
    }
}
