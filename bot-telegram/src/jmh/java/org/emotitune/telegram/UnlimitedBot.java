package org.emotitune.telegram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.emotitune.config.Settings;
import org.emotitune.telegram.Telegram.Limits;

/**
 * The program, but that it keeps no limit of Telegram's. To each line of its input it answers with the bytes that its
 * heap holds after a garbage collection; the end of its input ends it.
 */
final class UnlimitedBot {
    private static final Limits NONE = new Limits(1_000_000, Duration.ZERO, 1_000_000);

    private UnlimitedBot() {}

    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.of(System.getenv());
        try (TelegramBot bot = TelegramBot.start(settings, System.getenv(), step -> {}, NONE);
                BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
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
