package org.emotitune.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program to run, with its output in a file: a server that the program leaves behind would hold a pipe open for ever.
 *
 * @param words program and arguments, no shell in between
 * @param output standard output and error are appended to it
 */
record Command(List<String> words, Path directory, Path output) {
    Command {
        words = List.copyOf(words);
    }

    static List<String> words(List<String> first, String... others) {
        List<String> words = new ArrayList<>(first);
        words.addAll(List.of(others));
        return words;
    }

    /** Runs a program that ends soon, for what it prints. */
    static Result capture(List<String> words, Duration limit) {
        try {
            Path output = Files.createTempFile("emotitune-", ".out");
            try {
                int exit = new Command(words, Path.of("/"), output).run(limit);
                return new Result(exit, Files.readString(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw FileFailures.translate("The output of " + words.getFirst() + " cannot be kept", e);
        }
    }

    /**
     * @return the exit status
     * @throws DatabaseException if the program cannot be run, or does not end in time and was therefore killed
     */
    int run(Duration limit) {
        Process process = start();
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new DatabaseException(
                    "%s did not end within %d seconds.".formatted(words.getFirst(), limit.toSeconds()));
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        } finally {
            if (process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    Process start() {
        var builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        // Settings for other PostgreSQL clients and servers must not leak into this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new DatabaseException(words.getFirst() + " cannot be run.", e);
        }
    }

    record Result(int exit, String output) {}
}
