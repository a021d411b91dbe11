package org.emotitune.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTallyTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T23:59:30Z"));
    private final Counts counts = new Counts();
    private final OutcomeTally tally = new OutcomeTally(counts, clock);

    @Test
    void whatIsCountedIsWrittenOnce() {
        tally.record("songs");
        tally.record("crisis");
        tally.record("songs");

        tally.flush();
        tally.flush();

        assertThat(counts.of(FIRST)).isEqualTo(Map.of("songs", 2L, "crisis", 1L));
        assertThat(counts.calls).isEqualTo(1);
    }

    @Test
    void laterCountsAreAddedToTheEarlier() {
        tally.record("songs");
        tally.flush();
        tally.record("songs");
        tally.record("question");

        tally.flush();

        assertThat(counts.of(FIRST)).isEqualTo(Map.of("songs", 2L, "question", 1L));
    }

    @Test
    void nothingIsWrittenOfNothing() {
        tally.flush();

        assertThat(counts.calls).isZero();
    }

    @Test
    void aStoreThatFailsLosesNoCounts() {
        tally.record("songs");
        counts.failing = true;
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(tally::flush);
        tally.record("songs");
        tally.record("crisis");
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(tally::flush);

        counts.failing = false;
        tally.flush();
        tally.flush();

        assertThat(counts.of(FIRST)).isEqualTo(Map.of("songs", 2L, "crisis", 1L));
    }

    @Test
    void anAnswerCountsForTheDayOnWhichItWasGiven() {
        tally.record("songs");
        clock.advance(Duration.ofMinutes(1));
        tally.record("songs");
        tally.record("songs");

        tally.flush();

        assertThat(counts.of(FIRST)).isEqualTo(Map.of("songs", 1L));
        assertThat(counts.of(FIRST.plusDays(1))).isEqualTo(Map.of("songs", 2L));
    }

    @Test
    void daysThatTheStoreWasAwayAreWrittenToo() {
        tally.record("songs");
        clock.advance(Duration.ofDays(3));
        tally.record("songs");
        counts.failing = true;
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(tally::flush);

        counts.failing = false;
        tally.flush();
        tally.flush();

        assertThat(counts.of(FIRST)).isEqualTo(Map.of("songs", 1L));
        assertThat(counts.of(FIRST.plusDays(3))).isEqualTo(Map.of("songs", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I feel sad", "Songs", "songs1", "songs-", "-songs", "canción"})
    void whatAPersonMayHaveWrittenIsNoOutcome(String outcome) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> tally.record(outcome));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> tally.record("a".repeat(41)));
        tally.record("a".repeat(40));

        tally.flush();

        assertThat(counts.of(FIRST)).containsOnlyKeys("a".repeat(40));
    }

    @Test
    void noCountIsLostWhileOthersAreWritten() throws Exception {
        Callable<Integer> counting = () -> {
            int counted = 0;
            while (counted < 50_000) {
                tally.record(counted % 2 == 0 ? "even" : "odd");
                counted++;
            }
            return counted;
        };
        Callable<Integer> writing = () -> {
            int flushes = 0;
            while (flushes < 500) {
                tally.flush();
                flushes++;
            }
            return flushes;
        };
        List<Callable<Integer>> work = new ArrayList<>(List.of(counting, counting, counting, writing, writing));

        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get()).isPositive();
            }
        }
        tally.flush();

        assertThat(counts.of(FIRST)).isEqualTo(Map.of("even", 75_000L, "odd", 75_000L));
    }

    /** Adds up what it is given; is called by one thread at a time, as the tally promises. */
    private static final class Counts implements OutcomeCounts {
        private final Map<LocalDate, Map<String, Long>> days = new HashMap<>();
        private boolean failing;
        private int calls;

        @Override
        public void add(Map<String, Long> countsOfOneDay, LocalDate day) {
            calls++;
            if (failing) {
                throw new StoreUnavailableException("away");
            }
            Map<String, Long> counts = days.computeIfAbsent(day, key -> new HashMap<>());
            countsOfOneDay.forEach((outcome, more) -> counts.merge(outcome, more, Long::sum));
        }

        @Override
        public Map<String, Long> since(LocalDate day) {
            throw new UnsupportedOperationException("nobody reads while counting");
        }

        Map<String, Long> of(LocalDate day) {
            return days.getOrDefault(day, Map.of());
        }
    }
}
