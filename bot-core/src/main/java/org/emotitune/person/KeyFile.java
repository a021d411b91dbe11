package org.emotitune.person;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** The file with the secret key. Appears complete or not at all, and belongs to its owner alone. */
final class KeyFile {
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private final Path home;
    private final Path file;

    KeyFile(Path home) {
        this.home = home;
        this.file = home.resolve("secret.key");
    }

    /** @throws UnusableKeyException if the key can be neither read nor made */
    byte[] readOrMake() {
        if (!Files.exists(file)) {
            make();
        }
        return read();
    }

    /** Leaves alone what another program has made meanwhile. */
    private void make() {
        try {
            Files.createDirectories(home, PosixFilePermissions.asFileAttribute(OWNER_DIRECTORY));
            Path fresh = Files.createTempFile(home, "secret.key.new-", "", PosixFilePermissions.asFileAttribute(OWNER));
            try {
                write(fresh);
                Files.createLink(file, fresh);
                sync(home, StandardOpenOption.READ);
            } catch (FileAlreadyExistsException e) {
                // Another program was faster: its key is the one.
            } finally {
                Files.delete(fresh);
            }
        } catch (IOException e) {
            throw new UnusableKeyException("The key file %s cannot be made: %s.".formatted(file, reason(e)), e);
        } catch (UnsupportedOperationException e) {
            throw new UnusableKeyException(
                    "The key file %s cannot be made: its file system knows no owners or hard links.".formatted(file),
                    e);
        }
    }

    /** On disk before it gets its name: else a power cut could leave an empty key. */
    private static void write(Path fresh) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.write(fresh, key);
        sync(fresh, StandardOpenOption.WRITE);
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private byte[] read() {
        try {
            if (Files.isDirectory(file)) {
                throw new UnusableKeyException("The key file %s is a directory.".formatted(file), null);
            }
            keepToOwner();
            byte[] key = start();
            if (key.length != BYTES) {
                throw new UnusableKeyException(
                        "The key file %s does not hold %d bytes, as it should: put back the right one, or delete it, and nobody who is kept will be known again."
                                .formatted(file, BYTES),
                        null);
            }
            return key;
        } catch (IOException e) {
            throw new UnusableKeyException("The key file %s cannot be read: %s.".formatted(file, reason(e)), e);
        }
    }

    /** A copy or a backup may have given the file to others. */
    private void keepToOwner() {
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                Files.setPosixFilePermissions(file, OWNER);
            }
        } catch (IOException e) {
            throw new UnusableKeyException(
                    "The key file %s cannot be kept from others: %s.".formatted(file, reason(e)), e);
        } catch (UnsupportedOperationException e) {
            throw new UnusableKeyException(
                    "The key file %s cannot be kept from others: its file system knows no owners.".formatted(file), e);
        }
    }

    /** @return one byte more than a key has, at most */
    private byte[] start() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BYTES + 1);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case FileAlreadyExistsException exists -> exists.getFile() + " is no directory";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> failure.getClass().getSimpleName();
        };
    }
}
