package org.emotitune.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a tar archive that is compressed with xz. */
final class Archive {
    private static final int ANY_EXECUTE = 0111;

    private Archive() {}

    static void unpack(InputStream archive, Path directory) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                Path target = inside(directory, directory.resolve(entry.getName()));
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    unpack(tar, entry, target, directory);
                }
                entry = tar.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target, Path directory)
            throws IOException {
        if (entry.isSymbolicLink()) {
            Path link = Path.of(entry.getLinkName());
            inside(directory, target.resolveSibling(link));
            Files.createSymbolicLink(target, link);
        } else if (entry.isFile() && !entry.isLink()) {
            Files.copy(tar, target);
            boolean program = (entry.getMode() & ANY_EXECUTE) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        } else {
            throw new IOException("neither file, directory nor symbolic link: " + entry.getName());
        }
    }

    private static Path inside(Path directory, Path target) throws IOException {
        if (!target.normalize().startsWith(directory)) {
            throw new IOException("leads out of the archive: " + target);
        }
        return target;
    }
}
