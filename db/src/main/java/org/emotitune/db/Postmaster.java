package org.emotitune.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the server's own lock file, {@code postmaster.pid}, says; it may be a leftover.
 *
 * @param port 0 while the server has not come to listening
 * @param ready whether it takes connections, as far as it told
 */
record Postmaster(long pid, int port, boolean ready) {
    /** A process id that no system gives away. */
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Optional<Postmaster> of(ClusterHome home) {
        try {
            List<String> lines = Files.readAllLines(file(home));
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return lines.isEmpty()
                    ? Optional.of(new Postmaster(0, 0, false))
                    : Optional.of(new Postmaster(number(lines.getFirst()), port(lines), ready));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileFailures.translate("The database in %s cannot be read".formatted(home.data()), e);
        }
    }

    private static int port(List<String> lines) {
        return lines.size() > PORT_LINE ? (int) number(lines.get(PORT_LINE)) : 0;
    }

    private static long number(String line) {
        return line.strip().matches("[0-9]{1,10}") ? Long.parseLong(line.strip()) : 0;
    }

    private static Path file(ClusterHome home) {
        return home.data().resolve("postmaster.pid");
    }

    /** Whether the process lives and is this home's server, not one that was given the same number later. */
    boolean lives(ClusterHome home) {
        Optional<ProcessHandle> process =
                pid > 0 ? ProcessHandle.of(pid).filter(ProcessHandle::isAlive) : Optional.empty();
        if (process.isEmpty()) {
            return false;
        }
        try {
            // The server works in its data directory. A process that died but was not buried works nowhere.
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), home.data());
        } catch (NoSuchFileException e) {
            return !isCertain() && isPostgres(process.get());
        } catch (IOException e) {
            return isPostgres(process.get());
        }
    }

    /** Whether {@link #lives} can be relied on; elsewhere it guesses by the program's name. */
    static boolean isCertain() {
        return Files.exists(Path.of("/proc/self/cwd"));
    }

    private static boolean isPostgres(ProcessHandle process) {
        String command = process.info().command().orElse("postgres");
        return command.endsWith("postgres") || command.endsWith("postmaster");
    }

    /**
     * Makes PostgreSQL ignore the process id of a leftover, which now is another process's. The rest of the file stays:
     * by its shared memory key PostgreSQL refuses to start beside surviving children of the old server.
     */
    static void disown(ClusterHome home) {
        try {
            List<String> lines = Files.readAllLines(file(home));
            if (lines.size() <= STATUS_LINE) {
                Files.delete(file(home));
                return;
            }
            lines.set(0, NOBODY);
            ClusterHome.write(file(home), String.join("\n", lines) + "\n");
        } catch (NoSuchFileException e) {
            // The server has just ended in good order.
        } catch (IOException e) {
            throw FileFailures.translate("The database in %s cannot be taken over".formatted(home.data()), e);
        }
    }
}
