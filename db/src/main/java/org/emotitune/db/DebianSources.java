package org.emotitune.db;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fetches packages of Debian's stable release through apt, from the mirror that the machine uses, signed by the archive's
 * keys, with all of apt's state in a directory of our own.
 */
final class DebianSources {
    private static final String RELEASE = "trixie";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path work;
    private final Path log;
    private boolean updated;

    DebianSources(Path work, Path log) {
        this.work = work;
        this.log = log;
    }

    /** Returns the directory with the unpacked source of pgvector. */
    Path pgvector() throws IOException {
        Path archive = fetched("*.orig.tar.gz", "source", "--download-only", "pgvector");
        Path directory = Files.createDirectory(work.resolve("pgvector"));
        run("unpacking pgvector", List.of("tar", "-xzf", archive.toString(), "-C", directory.toString()));
        return only(directory, "*");
    }

    /** Returns the directory with the unpacked package that has the server's C headers. */
    Path headers(int major) throws IOException {
        String name = "postgresql-server-dev-" + major;
        Path archive = fetched(name + "_*.deb", "download", name);
        Path directory = Files.createDirectory(work.resolve("headers"));
        run("unpacking " + name, List.of("dpkg-deb", "-x", archive.toString(), directory.toString()));
        return directory;
    }

    private Path fetched(String pattern, String... arguments) throws IOException {
        if (!updated) {
            configure();
            run("reading the package lists of Debian", apt("update"));
            updated = true;
        }
        run("downloading " + arguments[arguments.length - 1], apt(arguments));
        return only(work, pattern);
    }

    private void configure() throws IOException {
        for (String directory : new String[] {"sources", "lists/partial", "cache/archives/partial"}) {
            Files.createDirectories(work.resolve(directory));
        }
        Files.createFile(work.resolve("status"));
        Files.writeString(work.resolve("sources/debian.sources"), """
                Types: deb deb-src
                URIs: %s
                Suites: %s
                Components: main
                Signed-By: %s
                """.formatted(mirror(), RELEASE, keyring()));
    }

    private static String mirror() {
        var targets = List.of("apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages");
        return Command.capture(targets, LIMIT)
                .output()
                .lines()
                .filter(uri -> uri.matches(".*/debian/?"))
                .findFirst()
                .orElseThrow(() -> new DatabaseException("this machine's apt knows no mirror of Debian"));
    }

    private static Path keyring() {
        return Stream.of("gpg", "pgp")
                .map(kind -> Path.of("/usr/share/keyrings/debian-archive-keyring." + kind))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new DatabaseException("Debian's archive keys are not installed"));
    }

    private List<String> apt(String... arguments) {
        return Command.words(
                List.of(
                        "apt-get",
                        "-q",
                        "-o",
                        "Dir::Etc::SourceList=/dev/null",
                        "-o",
                        "Dir::Etc::SourceParts=" + work.resolve("sources"),
                        "-o",
                        "Dir::State::Lists=" + work.resolve("lists"),
                        "-o",
                        "Dir::State::status=" + work.resolve("status"),
                        "-o",
                        "Dir::Cache=" + work.resolve("cache"),
                        // Another user could not enter our directory.
                        "-o",
                        "APT::Sandbox::User=",
                        "-o",
                        "Acquire::Languages=none",
                        "-o",
                        "Acquire::Retries=2"),
                arguments);
    }

    private void run(String what, List<String> words) {
        if (new Command(words, work, log).run(LIMIT) != 0) {
            throw new DatabaseException(what + " failed");
        }
    }

    private static Path only(Path directory, String pattern) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, pattern)) {
            for (Path file : found) {
                return file;
            }
        }
        throw new DatabaseException("nothing named %s came".formatted(pattern));
    }
}
