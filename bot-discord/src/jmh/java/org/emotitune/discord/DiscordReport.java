package org.emotitune.discord;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.emotitune.discord.testing.LocalDiscord;
import org.emotitune.discord.testing.LocalInteraction;
import org.slf4j.LoggerFactory;

/**
 * Prints what the bot for Discord needs of memory after more and more interactions, and how long it takes from an
 * interaction to its acknowledgement and to its answer, at 50 a second. The bot is a process of its own and reads by
 * itself, without a language model; Discord is in this process.
 */
final class DiscordReport {
    private static final int PER_SECOND = 50;
    private static final int FAST = 200;
    private static final int PEOPLE = 200;
    private static final int FIRST = 1_000;
    private static final int CHUNK = 1_000;
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final long SEED = 20_240_219;

    private final LocalDiscord discord;
    private final ChaosCrowd crowd;
    private int done;

    private DiscordReport(LocalDiscord discord) {
        this.discord = discord;
        this.crowd = new ChaosCrowd(discord, PEOPLE, new Random(SEED));
    }

    /** @param arguments folder for the database; seconds at 50 interactions a second; interactions until the last memory */
    public static void main(String[] arguments) {
        int seconds = Integer.parseInt(arguments[1]);
        int interactions = Integer.parseInt(arguments[2]);
        int status = 1;
        try (LocalDiscord discord = new LocalDiscord()) {
            discord.clock().run();
            DiscordReport report = new DiscordReport(discord);
            try (BotProcess bot = BotProcess.start(Path.of(arguments[0]), discord)) {
                System.out.printf("%d processors%n", Runtime.getRuntime().availableProcessors());
                report.memory(bot, FIRST, PER_SECOND);
                report.latency(seconds);
                report.memory(bot, interactions, FAST);
                status = 0;
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            LoggerFactory.getLogger(DiscordReport.class).error("It came to no end", e);
        }
        // The server's threads are not all daemons.
        System.exit(status);
    }

    /** Goes on until there were so many interactions in all. */
    private void memory(BotProcess bot, int interactions, int perSecond) throws IOException {
        int late = 0;
        while (done < interactions) {
            late += expired(ask(Math.min(CHUNK, interactions - done), perSecond));
            forget();
        }
        BotProcess.Memory memory = bot.memory();
        System.out.printf(
                "%nafter %,d interactions, the last at %d a second, %d of them too late, %s:%n"
                        + "heap after a collection %.1f MiB, resident %.0f MiB%n",
                done, perSecond, late, load(), memory.heap(), memory.resident());
    }

    private void forget() {
        discord.forget();
        crowd.forget();
    }

    private static int expired(List<LocalInteraction> used) {
        return (int) used.stream().filter(LocalInteraction::isExpired).count();
    }

    private void latency(int seconds) {
        List<LocalInteraction> used = ask(seconds * PER_SECOND, PER_SECOND);
        System.out.printf("%nat %d interactions a second for %d s, %s%n", PER_SECOND, seconds, load());
        System.out.printf("%-20s %12s %8s %8s %8s %8s%n", "", "interactions", "p50 ms", "p90 ms", "p99 ms", "max ms");
        print("acknowledgement", used, LocalInteraction::acknowledgedAfter);
        print("answer", used, LocalInteraction::answeredAfter);
        System.out.printf("too late: %d%n", expired(used));
        forget();
    }

    /** Evenly, and waits until all are answered, or too late. What is written as a message is not counted. */
    private List<LocalInteraction> ask(int interactions, int perSecond) {
        List<LocalInteraction> all = new ArrayList<>();
        long start = System.nanoTime();
        while (all.size() < interactions) {
            long due = start + (long) ((double) all.size() / perSecond * MOMENT.toNanos());
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            crowd.next().used().ifPresent(all::add);
        }
        done += interactions;
        discord.until(() -> all.stream().allMatch(used -> used.isAnswered() || used.isExpired()));
        LockSupport.parkNanos(MOMENT.toNanos());
        return all;
    }

    private static void print(
            String name, List<LocalInteraction> used, Function<LocalInteraction, Optional<Duration>> after) {
        double[] millis = used.stream()
                .map(after)
                .flatMap(Optional::stream)
                .mapToDouble(time -> time.toNanos() / 1e6)
                .sorted()
                .toArray();
        System.out.printf(
                "%-20s %,12d %8.1f %8.1f %8.1f %8.1f%n",
                name, millis.length, share(millis, 0.5), share(millis, 0.9), share(millis, 0.99), share(millis, 1));
    }

    /** The smallest that at least this share of all does not exceed. */
    private static double share(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static String load() {
        return "load average %.1f"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
