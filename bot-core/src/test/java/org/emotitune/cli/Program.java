package org.emotitune.cli;

import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.emotitune.db.DatabaseAddress;

/** The program as a user runs it: a JVM of its own. */
final class Program {
    private static final long LIMIT_SECONDS = 180;

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> classPath = new ArrayList<>(List.of(System.getProperty("java.class.path")));

    /** What a run left behind. */
    record Run(int exitCode, List<String> output, List<String> errors) {
        /** Lines on standard error that are the program's own sentences. */
        List<String> sentences() {
            return errors.stream()
                    .filter(line -> line.startsWith("emotitune: "))
                    .toList();
        }

        /** All that was printed. */
        String all() {
            return String.join("\n", output) + "\n" + String.join("\n", errors);
        }

        boolean hasStackTrace() {
            return all().lines().anyMatch(line -> line.matches("\\s+at .*\\(.*\\)|.*Exception.*|Caused by: .*"));
        }
    }

    /** @param directory for its home and its output */
    Program(Path directory) {
        this.directory = directory;
        with("EMOTITUNE_HOME", directory.resolve("home").toString());
        with("LC_ALL", "en_US.UTF-8");
        with("DATABASE_URL", "");
        with("EMOTITUNE_STARTER", "on");
    }

    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Program on(DatabaseAddress address) {
        return with(
                "DATABASE_URL",
                address.jdbcUrl()
                        .replaceFirst(
                                "jdbc:postgresql://",
                                "postgres://%s:%s@".formatted(encoded(address.user()), encoded(address.password()))));
    }

    /** Files in this directory take the place of the program's own. */
    Program withResources(Path resources) {
        classPath.addFirst(resources.toString());
        return this;
    }

    Run run(byte[] input, String... arguments) throws IOException, InterruptedException {
        Path in = Files.write(Files.createTempFile(directory, "in", ""), input);
        Path out = Files.createTempFile(directory, "out", "");
        Path errors = Files.createTempFile(directory, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command(arguments))
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL") || name.startsWith("JDK_JAVA"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the program did not end; it printed " + Files.readString(errors));
        }
        return new Run(process.exitValue(), Files.readAllLines(out), Files.readAllLines(errors));
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                String.join(File.pathSeparator, classPath),
                "org.emotitune.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
