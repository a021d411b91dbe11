package org.emotitune.benchmark;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** How long replies took, for a table. Thread-safe. */
final class Latencies {
    /** Messages, seconds that they took in all, and what each of them took. */
    static final String HEAD = "%-28s %9s %7s %9s %9s %9s %9s"
            .formatted("", "messages", "per s", "p50 ms", "p90 ms", "p99 ms", "max ms");

    private final Queue<Took> all = new ConcurrentLinkedQueue<>();

    /** @param nanos from the moment when the message was meant to be sent */
    record Took(long nanos, boolean tap, boolean apology) {}

    void add(Took took) {
        all.add(took);
    }

    int size() {
        return all.size();
    }

    long apologies() {
        return all.stream().filter(Took::apology).count();
    }

    String row(String name, double seconds, Predicate<Took> which) {
        long[] nanos =
                all.stream().filter(which).mapToLong(Took::nanos).sorted().toArray();
        if (nanos.length == 0) {
            return "%-28s %9d".formatted(name, 0);
        }
        return "%-28s %,9d %,7.0f %9.1f %9.1f %9.1f %9.1f"
                .formatted(
                        name,
                        nanos.length,
                        nanos.length / seconds,
                        millis(nanos, 0.5),
                        millis(nanos, 0.9),
                        millis(nanos, 0.99),
                        millis(nanos, 1));
    }

    /** The smallest value that at least this share of all values does not exceed. */
    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
