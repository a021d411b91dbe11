package org.emotitune.telegram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this module in a JVM of its own; what it prints comes together. */
record Jvm(Process process) implements AutoCloseable {
    private static final long LIMIT_SECONDS = 60;

    static Jvm start(Class<?> program, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("JAVA_TOOL") || name.startsWith("JDK_JAVA") || name.startsWith("TELEGRAM"));
        builder.environment().putAll(environment);
        return new Jvm(builder.start());
    }

    /** Waits for a line. */
    String line() throws IOException {
        return String.valueOf(process.inputReader(StandardCharsets.UTF_8).readLine());
    }

    /** @param name "TERM", "INT" */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** What it has printed beyond the lines that were read, at its end. */
    List<String> rest() {
        return process.inputReader(StandardCharsets.UTF_8).lines().toList();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the program did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
