package org.emotitune.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another JVM that runs one of the test programs. */
public final class Child implements AutoCloseable {
    private static final long LIMIT_SECONDS = 120;

    private final Process process;
    private final BufferedReader output;
    private final List<String> printed = new ArrayList<>();

    private Child(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    public static Child start(Class<?> program, Map<String, String> environment, Path... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlogback.configurationFile=logback-db.xml",
                program.getName()));
        for (Path argument : arguments) {
            words.add(argument.toString());
        }
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the line that begins so, and returns the rest of it. */
    public String awaitLine(String beginning) {
        try {
            String line = output.readLine();
            while (line != null) {
                printed.add(line);
                if (line.startsWith(beginning + " ")) {
                    return line.substring(beginning.length() + 1);
                }
                line = output.readLine();
            }
            throw new AssertionError("no line begins with " + beginning + " in " + printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was printed before the line that was waited for last. */
    List<String> printed() {
        return List.copyOf(printed);
    }

    public void killHard() {
        process.destroyForcibly();
        awaitEnd();
    }

    void terminate() {
        process.destroy();
        awaitEnd();
    }

    /** Ends the program in good order. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the program did not end; it printed " + printed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
