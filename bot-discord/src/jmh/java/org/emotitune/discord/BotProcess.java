package org.emotitune.discord;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.emotitune.discord.testing.LocalDiscord;

/** {@link MeasuredBot} as a process of its own, with the options of the launcher and a heap of 256 MB. */
final class BotProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final double MIB = 1 << 20;

    /** In MiB. */
    record Memory(double heap, double resident) {}

    private final Process process;
    private final BufferedReader answers;

    private BotProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader();
    }

    /** Returns when it is ready. */
    static BotProcess start(Path home, LocalDiscord discord) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasuredBot.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        environment.remove("DATABASE_URL");
        environment.putAll(DiscordChaosReport.environment(home.toAbsolutePath(), discord));
        BotProcess bot = new BotProcess(builder.start());
        String unused = bot.answer();
        return bot;
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the bot has ended");
        }
        return line;
    }

    /** Of the heap after a garbage collection, and of the whole process then. */
    Memory memory() throws IOException {
        process.outputWriter().write("\n");
        process.outputWriter().flush();
        double heap = Long.parseLong(answer()) / MIB;
        String resident = Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElseThrow();
        return new Memory(heap, Long.parseLong(resident) / 1024.0);
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
