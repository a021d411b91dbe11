package org.emotitune.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells machines and containers apart that see the same home directory: processes of one are invisible to the other, so
 * a server that seems dead may live there, and a second one on its files would destroy them.
 */
final class Machine {
    private static final String NOTE = "machine";

    private Machine() {}

    /** To be called before a server is started while other processes use the home. */
    static void mustBeTheSame(ClusterHome home) {
        if (home.remembered(NOTE).filter(there -> !there.equals(id())).isPresent()) {
            throw new DatabaseException(
                    "The database in %s is in use on another machine or in another container: ".formatted(home.root())
                            + "stop EmotiTune there, or set EMOTITUNE_HOME to a directory of its own here.");
        }
    }

    static void note(ClusterHome home) {
        home.remember(NOTE, id());
    }

    /** The kernel's boot and the process name space; the same word everywhere on systems that do not tell. */
    private static String id() {
        try {
            String boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            return boot + " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException e) {
            return "unknown";
        }
    }
}
