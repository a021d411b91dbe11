package org.emotitune.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How to run PostgreSQL, which refuses to run as root.
 *
 * @param prefix words to put in front of every command
 * @param owner the user who must own the files, or -1 if it does not matter
 */
record Unprivileged(List<String> prefix, int owner) {
    private static final int NOBODY = 65534;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    Unprivileged {
        prefix = List.copyOf(prefix);
    }

    static Unprivileged detect() {
        return isRoot() ? insteadOfRoot() : new Unprivileged(List.of(), -1);
    }

    /**
     * A user name space in which root is nobody. Containers often forbid it; there the user nobody has to do, who keeps
     * root's right to enter every directory, for home and cache are often below root's own.
     */
    private static Unprivileged insteadOfRoot() {
        List<String> nameSpace = List.of("unshare", "-U");
        if (works(nameSpace)) {
            return new Unprivileged(nameSpace, 0);
        }
        List<String> nobody = List.of(
                "setpriv",
                "--securebits=+no_setuid_fixup",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override");
        if (works(nobody)) {
            return new Unprivileged(nobody, NOBODY);
        }
        throw new DatabaseException("PostgreSQL does not run as root, and neither unshare nor setpriv works here:"
                + " run EmotiTune as an ordinary user, or set DATABASE_URL.");
    }

    private static boolean works(List<String> prefix) {
        try {
            return Command.capture(Command.words(prefix, "true"), LIMIT).exit() == 0;
        } catch (DatabaseException e) {
            return false;
        }
    }

    private static boolean isRoot() {
        return uid(Path.of("/proc/self")) == 0 || "root".equals(System.getProperty("user.name"));
    }

    private static int uid(Path file) {
        try {
            return Files.getAttribute(file, "unix:uid") instanceof Integer uid ? uid : -1;
        } catch (IOException | UnsupportedOperationException e) {
            return -1;
        }
    }

    /** Hands a directory with everything in it to the user that PostgreSQL will run as. */
    void own(Path directory) {
        if (owner < 0 || (owner == 0 && uid(directory) == 0)) {
            return;
        }
        Command.Result result =
                Command.capture(List.of("chown", "-R", owner + ":" + owner, directory.toString()), LIMIT);
        if (result.exit() != 0) {
            throw new DatabaseException(
                    "The directory %s cannot be given to the user that PostgreSQL runs as.".formatted(directory));
        }
    }
}
