package org.emotitune.discord;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.emotitune.config.Settings;

/**
 * The program. It says when it is ready; to each line of its input it answers with the bytes that its heap holds after a
 * garbage collection; the end of its input ends it.
 */
final class MeasuredBot {
    private static final long PAUSE_MILLIS = 20;

    private MeasuredBot() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Settings settings = Settings.of(System.getenv());
        try (DiscordBot bot = DiscordBot.start(settings, System.getenv(), step -> {});
                BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (!bot.isReady()) {
                Thread.sleep(PAUSE_MILLIS);
            }
            System.out.println(bot.name());
            while (questions.readLine() != null) {
                System.gc();
                System.gc(); // what the first one has freed may have kept something else
                System.out.println(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        }
    }
}
