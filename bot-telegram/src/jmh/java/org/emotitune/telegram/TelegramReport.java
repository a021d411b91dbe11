package org.emotitune.telegram;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.emotitune.telegram.Writers.Sent;
import org.emotitune.telegram.testing.Call;
import org.emotitune.telegram.testing.LocalTelegram;

/**
 * Prints what the bot for Telegram needs of memory after more and more updates, and how long it takes from an update to
 * what is said to it, at 100 updates a second. The bot is a process of its own and reads by itself, without a language
 * model; Telegram, in this process, sets no limits, nor does the bot: 30 messages a second would only measure themselves.
 */
final class TelegramReport {
    private static final int PER_SECOND = 100;
    private static final int FAST = 250;
    private static final int FIRST = 1_000;
    private static final int STEP = 10_000;
    private static final int CHUNK = 1_000;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final LocalTelegram telegram;
    private final Writers writers;

    private TelegramReport(LocalTelegram telegram) {
        this.telegram = telegram;
        this.writers = new Writers(telegram);
    }

    /** @param arguments folder for the database; seconds at 100 updates a second; updates until memory is measured last */
    public static void main(String[] arguments) throws IOException {
        int seconds = Integer.parseInt(arguments[1]);
        int updates = Integer.parseInt(arguments[2]);
        try (LocalTelegram telegram = new LocalTelegram();
                BotProcess bot = BotProcess.start(Path.of(arguments[0]), telegram.address())) {
            TelegramReport report = new TelegramReport(telegram);
            System.out.printf("%d processors%n", Runtime.getRuntime().availableProcessors());
            report.memory(bot, updates);
            report.latency(seconds);
        }
        // The server's and the client's threads are not all daemons.
        System.exit(0);
    }

    private void memory(BotProcess bot, int updates) throws IOException {
        System.out.printf("%nmemory of the bot, %d updates a second, %s%n", FAST, load());
        System.out.printf("%9s %22s %16s%n", "updates", "heap after a GC, MiB", "resident, MiB");
        int done = 0;
        while (done < updates) {
            int next = done < FIRST ? FIRST : Math.min(updates, (done / STEP + 1) * STEP);
            while (done < next) {
                int some = Math.min(CHUNK, next - done);
                List<Sent> unused = writers.write(some, FAST);
                done += some;
                drain();
                telegram.forget();
            }
            BotProcess.Memory memory = bot.memory();
            System.out.printf("%,9d %22.1f %16.0f%n", done, memory.heap(), memory.resident());
        }
    }

    private void latency(int seconds) {
        List<Sent> sent = writers.write(seconds * PER_SECOND, PER_SECOND);
        drain();
        Map<Long, NavigableMap<Instant, Call>> messages = byChat(call -> call.method().equals("sendMessage"));
        Map<Long, NavigableMap<Instant, Call>> edits = byChat(call -> call.method().startsWith("editMessage"));
        Map<String, Instant> answers = new HashMap<>();
        telegram.calls("answerCallbackQuery")
                .forEach(call -> answers.put(
                        call.parameters().path("callback_query_id").asText(), call.at()));
        System.out.printf("%nat %d updates a second for %d s, %s%n", PER_SECOND, seconds, load());
        System.out.printf("%-24s %8s %8s %8s %8s %8s%n", "", "updates", "p50 ms", "p90 ms", "p99 ms", "max ms");
        List<Sent> texts = sent.stream().filter(one -> one.tap().isEmpty()).toList();
        List<Sent> taps = sent.stream().filter(one -> one.tap().isPresent()).toList();
        print("text: its reply", texts, texts.stream().map(one -> took(one, messages)));
        print(
                "tap: its answer",
                taps,
                taps.stream()
                        .map(one -> Duration.between(one.due(), answers.get(one.tap().orElseThrow()))));
        print("tap: what it changes", taps, taps.stream().map(one -> took(one, edits)));
    }

    private Map<Long, NavigableMap<Instant, Call>> byChat(Predicate<Call> which) {
        Map<Long, NavigableMap<Instant, Call>> all = new HashMap<>();
        telegram.calls().stream()
                .filter(which)
                .forEach(call ->
                        all.computeIfAbsent(call.chat(), chat -> new TreeMap<>()).put(call.at(), call));
        return all;
    }

    /** Until the first that comes after it: people wait two seconds between two updates. */
    private static Duration took(Sent sent, Map<Long, NavigableMap<Instant, Call>> calls) {
        NavigableMap<Instant, Call> ofChat = calls.getOrDefault(sent.chat(), new TreeMap<>());
        Instant first = ofChat.higherKey(sent.due());
        if (first == null) {
            throw new IllegalStateException("an update was not answered");
        }
        return Duration.between(sent.due(), first);
    }

    private static void print(String name, List<Sent> sent, Stream<Duration> times) {
        double[] millis = times.mapToDouble(time -> time.toNanos() / 1e6).toArray();
        Arrays.sort(millis);
        System.out.printf(
                "%-24s %,8d %8.1f %8.1f %8.1f %8.1f%n",
                name, sent.size(), share(millis, 0.5), share(millis, 0.9), share(millis, 0.99), share(millis, 1));
    }

    /** The smallest that at least this share of all does not exceed. */
    private static double share(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private void drain() {
        telegram.until(() -> telegram.waitingUpdates() == 0 && telegram.unanswered() == 0);
        // What is not answered at once is sent a moment later.
        int before;
        do {
            before = telegram.calls().size();
            LockSupport.parkNanos(MOMENT.toNanos());
        } while (telegram.calls().size() > before);
    }

    private static String load() {
        return "load average %.1f"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
