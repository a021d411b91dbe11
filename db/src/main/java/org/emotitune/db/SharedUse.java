package org.emotitune.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a home's server. Every process holds a shared lock on one file while it uses the server, and a lock on
 * another file while it starts or stops it; the one that finds itself alone when it leaves stops the server. The kernel
 * frees the locks of a killed process. Locks belong to a process, so uses within one are counted.
 */
final class SharedUse {
    private static final Map<ClusterHome, SharedUse> OF_HOME = new HashMap<>();

    private final ClusterHome home;
    private int count;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    private SharedUse(ClusterHome home) {
        this.home = home;
    }

    static SharedUse of(ClusterHome home) {
        synchronized (OF_HOME) {
            return OF_HOME.computeIfAbsent(home, SharedUse::new);
        }
    }

    /** @param start makes sure that the server runs; is told whether no other process uses it */
    synchronized <T> T enter(Consumer<String> progress, Function<Boolean, T> start) {
        try (FileChannel mutex = mutex()) {
            lock(mutex, progress);
            boolean alone = count == 0 && lockShared();
            try {
                T result = start.apply(alone);
                count++;
                return result;
            } finally {
                if (count == 0) {
                    unlock();
                }
            }
        } catch (IOException e) {
            throw FileFailures.translate("The lock files in %s cannot be used".formatted(home.root()), e);
        }
    }

    /** @param stop is called if nobody uses the server any more */
    synchronized void leave(Runnable stop) {
        try (FileChannel mutex = mutex()) {
            lock(mutex, message -> {});
            count--;
            if (count > 0) {
                return;
            }
            try {
                if (isAlone()) {
                    stop.run();
                }
            } finally {
                unlock();
            }
        } catch (IOException e) {
            throw FileFailures.translate("The lock files in %s cannot be used".formatted(home.root()), e);
        }
    }

    private FileChannel mutex() throws IOException {
        return FileChannel.open(home.mutex(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void lock(FileChannel mutex, Consumer<String> progress) throws IOException {
        if (mutex.tryLock() == null) {
            progress.accept("waiting for another EmotiTune that starts or stops the database");
            mutex.lock();
        }
    }

    /** Returns whether no other process held the lock. */
    private boolean lockShared() throws IOException {
        FileChannel users = FileChannel.open(
                home.users(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel = users;
        boolean alone = isAlone();
        lock = users.lock(0, Long.MAX_VALUE, true);
        return alone;
    }

    /** Gives the shared lock back, if it was held, to try the exclusive one. To be called with the mutex held. */
    private boolean isAlone() throws IOException {
        if (lock != null) {
            lock.release();
            lock = null;
        }
        FileLock exclusive = channel == null ? null : channel.tryLock();
        if (exclusive == null) {
            return false;
        }
        exclusive.release();
        return true;
    }

    private void unlock() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
        lock = null;
    }
}
