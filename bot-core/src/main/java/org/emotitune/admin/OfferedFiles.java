package org.emotitune.admin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that wait for an admin's yes, in a directory that their owner alone can look into: for a quarter of an hour, in
 * memory only, and only the last few. Thread-safe.
 */
public final class OfferedFiles implements AutoCloseable {
    static final Duration LASTS = Duration.ofMinutes(15);
    /** Files that are older and nobody's here are of a program that was killed. */
    static final Duration LEFT_BEHIND = Duration.ofHours(1);

    static final int MOST = 8;

    private static final Logger LOG = LoggerFactory.getLogger(OfferedFiles.class);
    private static final int ID_BYTES = 12;
    private static final String ENDING = ".offered";

    /** @param name as admins know it */
    record Offer(String name, Path file, Instant until) {}

    private final Path directory;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Offer> waiting = new LinkedHashMap<>();
    private final Set<Path> held = ConcurrentHashMap.newKeySet();

    /**
     * @param directory made when the first file comes; for such files alone
     * @param random that nobody can guess
     */
    public OfferedFiles(Path directory, InstantSource clock, RandomGenerator random) {
        this.directory = directory;
        this.clock = clock;
        this.random = random;
        sweep();
        later(LEFT_BEHIND);
    }

    /** @return where a file may be written; nothing is there yet, and it is to be deleted by {@link #delete} */
    Path fresh() throws IOException {
        sweep();
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        Path file = directory.resolve(id() + ENDING);
        held.add(file);
        return file;
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** @return the id to take it by; the longest waiting one is deleted where there are too many */
    String keep(String name, Path file) {
        String id = id();
        keep(id, new Offer(name, file, clock.instant().plus(LASTS)));
        later(LASTS.plusSeconds(1));
        return id;
    }

    /** Takes back what was taken: it is kept until its own end. */
    synchronized void keep(String id, Offer offer) {
        waiting.put(id, offer);
        Iterator<Offer> oldest = waiting.values().iterator();
        for (int more = waiting.size() - MOST; more > 0; more--) {
            delete(oldest.next().file());
            oldest.remove();
        }
    }

    /** Gives a file to one caller alone, who is to delete it. */
    synchronized Optional<Offer> take(String id) {
        sweep();
        return Optional.ofNullable(waiting.remove(id));
    }

    /** Does nothing if it is not there. */
    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            held.remove(file);
        } catch (IOException e) {
            LOG.warn("A file that was offered to import cannot be deleted: {}", file, e);
        }
    }

    private void later(Duration time) {
        Executor then = CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
        then.execute(this::sweep);
    }

    /** Deletes what waited too long, here or in a program that is gone. */
    private synchronized void sweep() {
        Instant now = clock.instant();
        waiting.values().removeIf(offer -> {
            boolean over = !now.isBefore(offer.until());
            if (over) {
                delete(offer.file());
            }
            return over;
        });
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + ENDING)) {
            for (Path file : files) {
                if (!held.contains(file) && isOlder(file, now.minus(LEFT_BEHIND))) {
                    delete(file);
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("nothing was offered yet");
        } catch (IOException e) {
            LOG.warn("The directory of offered files cannot be read: {}", directory, e);
        }
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Deletes all that wait. */
    @Override
    public synchronized void close() {
        waiting.values().forEach(offer -> delete(offer.file()));
        waiting.clear();
    }
}
