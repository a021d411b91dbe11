package org.emotitune.db;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds pgvector from the distribution's source package, without root; needs Debian's apt and a C compiler. */
final class PgVectorBuild {
    /** What Debian 13 has. A later one of Debian's fixes may come under this name. */
    static final String VERSION = "0.8.0";

    private static final Logger log = LoggerFactory.getLogger(PgVectorBuild.class);
    private static final Pattern DEFAULT_VERSION = Pattern.compile("(?m)^default_version *= *'([0-9.]+)'");
    private static final Duration COMPILE_LIMIT = Duration.ofMinutes(5);
    /** As pgvector's own Makefile, but for any processor of the platform. */
    private static final List<String> COMPILER = List.of(
            "cc",
            "-O2",
            "-ftree-vectorize",
            "-fassociative-math",
            "-fno-signed-zeros",
            "-fno-trapping-math",
            "-fPIC",
            "-shared",
            "-fvisibility=hidden",
            "-D_GNU_SOURCE",
            "-s");

    private final Path cache;
    private final int major;
    private final String platform;
    private final Consumer<String> progress;

    PgVectorBuild(Path cache, int major, String platform, Consumer<String> progress) {
        this.cache = cache;
        this.major = major;
        this.platform = platform;
        this.progress = progress;
    }

    /** The directory with the extension's files, from the cache or new. To be called with the cache's lock held. */
    Path get() throws IOException {
        Path directory = cache.resolve("pgvector-%s-postgresql-%d-%s".formatted(VERSION, major, platform));
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Path buildLog = cache.resolve("pgvector-build.log");
        Path work = Directories.fresh(directory.resolveSibling("pgvector-build"));
        try {
            Files.deleteIfExists(buildLog);
            progress.accept("building pgvector %s (once, about 10 seconds)".formatted(VERSION));
            Path fresh = Directories.fresh(directory);
            build(new DebianSources(work, buildLog), work, buildLog, fresh);
            Directories.complete(fresh, directory);
            return directory;
        } catch (DatabaseException e) {
            log.debug("pgvector was not built", e);
            throw new DatabaseException(
                    WaysOut.sentence("There is no PostgreSQL with pgvector on this machine,"
                            + " and pgvector cannot be built: %s (details in %s)"
                                    .formatted(SqlFailures.firstLine(e), buildLog)),
                    e);
        } finally {
            Directories.delete(work);
        }
    }

    private void build(DebianSources debian, Path work, Path buildLog, Path fresh) throws IOException {
        Path source = debian.pgvector();
        Path headers = debian.headers(major);
        List<String> words = new ArrayList<>(COMPILER);
        words.add("-I" + headers.resolve("usr/include/postgresql/" + major + "/server"));
        words.add("-I" + headers.resolve("usr/include/postgresql"));
        words.addAll(List.of("-o", fresh.resolve("vector.so").toString()));
        words.addAll(cFiles(source.resolve("src")));
        if (new Command(words, work, buildLog).run(COMPILE_LIMIT) != 0) {
            throw new DatabaseException("the C compiler failed");
        }
        String control = Files.readString(source.resolve("vector.control"));
        Matcher version = DEFAULT_VERSION.matcher(control);
        if (!version.find()) {
            throw new DatabaseException("its control file names no version");
        }
        Files.writeString(fresh.resolve("vector.control"), control);
        Files.copy(source.resolve("sql/vector.sql"), fresh.resolve("vector--%s.sql".formatted(version.group(1))));
    }

    private static List<String> cFiles(Path directory) throws IOException {
        List<String> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.c")) {
            found.forEach(file -> files.add(file.toString()));
        }
        Collections.sort(files);
        return files;
    }

    /** Puts the built files where the unpacked server looks for extensions. */
    static void install(Path built, Path server) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(built)) {
            for (Path file : files) {
                boolean library = file.getFileName().toString().endsWith(".so");
                Path directory = server.resolve(library ? "lib/postgresql" : "share/postgresql/extension");
                Files.copy(file, directory.resolve(file.getFileName().toString()));
            }
        }
    }
}
