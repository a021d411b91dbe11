package org.emotitune.conversation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * Counts answers in memory, so that no answer waits for a count to be written. Days are those of UTC. Thread-safe.
 *
 * <p>Counters only ever go up; beside each is noted how much of it has been written. So nothing gets lost between
 * reading and clearing a counter, nor where the store fails.
 */
public final class OutcomeTally {
    private static final Pattern OUTCOME = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final int LONGEST_OUTCOME = 40;

    private final OutcomeCounts store;
    private final Clock clock;
    private final Map<LocalDate, Map<String, LongAdder>> counted = new ConcurrentHashMap<>();
    private final Map<LocalDate, Map<String, Long>> written = new HashMap<>();

    public OutcomeTally(OutcomeCounts store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Counts one answer; costs no more than a counter.
     *
     * @param outcome small letters, and hyphens between them: a word of the program, never one of a person
     */
    public void record(String outcome) {
        counted.computeIfAbsent(today(), day -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome, OutcomeTally::counter)
                .increment();
    }

    private static LongAdder counter(String outcome) {
        if (outcome.length() > LONGEST_OUTCOME || !OUTCOME.matcher(outcome).matches()) {
            throw new IllegalArgumentException("an outcome is a few small letters and hyphens");
        }
        return new LongAdder();
    }

    /**
     * Writes what has been counted since the last time. Does nothing if that is nothing.
     *
     * @throws org.emotitune.index.StoreUnavailableException if the store does not answer; what is not written now is
     *     written the next time
     */
    public synchronized void flush() {
        counted.keySet().forEach(this::flush);
        // Nobody can be counting for the day before yesterday any more.
        LocalDate yesterday = today().minusDays(1);
        counted.keySet().removeIf(day -> day.isBefore(yesterday));
        written.keySet().removeIf(day -> day.isBefore(yesterday));
    }

    private void flush(LocalDate day) {
        Map<String, Long> done = written.computeIfAbsent(day, key -> new HashMap<>());
        Map<String, Long> news = new HashMap<>();
        counted.getOrDefault(day, Map.of()).forEach((outcome, counter) -> {
            long more = counter.sum() - done.getOrDefault(outcome, 0L);
            if (more > 0) {
                news.put(outcome, more);
            }
        });
        if (!news.isEmpty()) {
            store.add(news, day);
            news.forEach((outcome, more) -> done.merge(outcome, more, Long::sum));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
