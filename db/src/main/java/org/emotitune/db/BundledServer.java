package org.emotitune.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;

/** The PostgreSQL on the class path, unpacked into the cache, with pgvector built for it. */
final class BundledServer {
    private static final Object ONE_IN_THIS_PROCESS = new Object();

    private final Path cache;
    private final Consumer<String> progress;
    private final String version;
    private final String platform;

    BundledServer(Path cache, Consumer<String> progress) {
        this.cache = cache;
        this.progress = progress;
        version = packagedVersion();
        platform = platform();
    }

    int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** Fast if the cache has it. Processes that want it at once wait for the first to make it. */
    ServerBinaries get() {
        Path directory =
                cache.resolve("postgresql-%s-pgvector-%s-%s".formatted(version, PgVectorBuild.VERSION, platform));
        if (!Files.isDirectory(directory)) {
            make(directory);
        }
        return new ServerBinaries(directory.resolve("bin"), major());
    }

    private void make(Path directory) {
        synchronized (ONE_IN_THIS_PROCESS) {
            try {
                Files.createDirectories(
                        cache, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                try (FileChannel lock =
                        FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    if (lock.tryLock() == null) {
                        progress.accept("waiting for another EmotiTune that unpacks PostgreSQL");
                        lock.lock();
                    }
                    if (!Files.isDirectory(directory)) {
                        unpack(directory);
                    }
                }
            } catch (IOException e) {
                throw FileFailures.translate("PostgreSQL cannot be unpacked into %s".formatted(cache), e);
            }
        }
    }

    private void unpack(Path directory) throws IOException {
        try (InputStream archive = BundledServer.class.getResourceAsStream("/postgres-%s.txz".formatted(platform))) {
            if (archive == null) {
                throw new DatabaseException(WaysOut.sentence(
                        "There is no PostgreSQL with pgvector on this machine, and none is packaged for %s"
                                .formatted(platform)));
            }
            Path vector = new PgVectorBuild(cache, major(), platform, progress).get();
            progress.accept("unpacking PostgreSQL %s".formatted(version));
            Path fresh = Directories.fresh(directory);
            Archive.unpack(archive, fresh);
            PgVectorBuild.install(vector, fresh);
            Directories.complete(fresh, directory);
        }
    }

    private static String packagedVersion() {
        try (InputStream file = BundledServer.class.getResourceAsStream("bundled.properties")) {
            if (file == null) {
                throw new IllegalStateException("bundled.properties is not packaged");
            }
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("postgresql", "");
        } catch (IOException e) {
            throw new IllegalStateException("bundled.properties cannot be read", e);
        }
    }

    /** As the packaged archives are named. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = system.startsWith("mac") ? "darwin" : system.replace(' ', '-');
        return switch (machine) {
            case "amd64", "x86_64" -> name + "-x86_64";
            case "aarch64", "arm64" -> name + "-arm_64";
            default -> name + "-" + machine;
        };
    }
}
