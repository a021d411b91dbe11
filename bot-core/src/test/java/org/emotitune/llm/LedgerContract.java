package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotitune.llm.Ledger.Event;
import org.emotitune.llm.Ledger.Limit;
import org.emotitune.llm.Ledger.Limits;
import org.emotitune.llm.Ledger.Price;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.llm.Ledger.Use;
import org.emotitune.testing.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} sees to. */
public interface LedgerContract {
    LocalDate DAY = LocalDate.of(2026, 3, 29);
    Instant BEFORE_MIDNIGHT = Instant.parse("2026-03-29T23:59:59.999999Z");
    Duration INSTANT = Duration.ofNanos(1_000);
    Limits UNLIMITED = limits(Long.MAX_VALUE, Long.MAX_VALUE);
    Tokens MOST = new Tokens(80, 20);
    long JOB = 7;

    /** A ledger; in the first one of a test nothing stands. */
    Ledger ledger(Limits limits, SettableClock clock);

    private Ledger ledger(Limits limits) {
        return ledger(limits, new SettableClock(BEFORE_MIDNIGHT));
    }

    static Limits limits(long perDay, long perJob) {
        return new Limits(perDay, perJob, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, null);
    }

    @Test
    default void whatIsUsedIsToldByDayAndPurpose() {
        Ledger ledger = ledger(UNLIMITED);

        call(ledger, Purpose.MESSAGE, null, new Tokens(50, 5));
        call(ledger, Purpose.SONG, JOB, new Tokens(60, 6));
        call(ledger, Purpose.SONG, JOB, new Tokens(7, 0));
        ledger.reserve(Purpose.WORDS, null, MOST);

        assertThat(ledger.on(DAY))
                .isEqualTo(Map.of(
                        Purpose.MESSAGE, new Use(1, new Tokens(50, 5), Map.of()),
                        Purpose.SONG, new Use(2, new Tokens(67, 6), Map.of())));
        assertThat(ledger.on(DAY.minusDays(1))).isEmpty();
    }

    @Test
    default void aJobIsToldWhatItHasUsedOnAllDays() {
        SettableClock clock = new SettableClock(BEFORE_MIDNIGHT);
        Ledger ledger = ledger(UNLIMITED, clock);

        call(ledger, Purpose.SONG, JOB, new Tokens(60, 6));
        call(ledger, Purpose.SONG, JOB + 1, new Tokens(1, 1));
        clock.advance(Duration.ofDays(1));
        call(ledger, Purpose.SONG, JOB, new Tokens(70, 7));
        ledger.reserve(Purpose.SONG, JOB, MOST);

        assertThat(ledger.job(JOB)).isEqualTo(new Use(2, new Tokens(130, 13), Map.of()));
        assertThat(ledger.job(JOB + 2)).isEqualTo(new Use(0, Tokens.NONE, Map.of()));
    }

    @Test
    default void whatIsSetAsideCountsUntilItIsSettled() {
        Ledger ledger = ledger(limits(250, Long.MAX_VALUE));

        assertThat(ledger.reserve(Purpose.SONG, JOB, MOST)).isEmpty();
        assertThat(ledger.reserve(Purpose.MESSAGE, null, MOST)).isEmpty();
        assertThat(ledger.reserve(Purpose.WORDS, null, MOST)).contains(Limit.TOKENS_PER_DAY);
        ledger.settle(Purpose.SONG, JOB, MOST, new Tokens(40, 10));
        assertThat(ledger.reserve(Purpose.WORDS, null, MOST)).isEmpty();
        assertThat(ledger.reserve(Purpose.MESSAGE, null, new Tokens(1, 0))).contains(Limit.TOKENS_PER_DAY);
    }

    @Test
    default void whatIsTakenTodayIsUsedOrSetAside() {
        SettableClock clock = new SettableClock(BEFORE_MIDNIGHT);
        Ledger ledger = ledger(UNLIMITED, clock);
        assertThat(ledger.takenToday()).isEqualTo(Tokens.NONE);

        call(ledger, Purpose.MESSAGE, null, new Tokens(50, 5));
        ledger.reserve(Purpose.SONG, JOB, MOST);
        assertThat(ledger.takenToday()).isEqualTo(new Tokens(130, 25));
        clock.advance(INSTANT);

        assertThat(ledger.takenToday()).isEqualTo(Tokens.NONE);
    }

    @Test
    default void aCallThatComesToNothingCostsNothing() {
        Ledger ledger = ledger(limits(100, 100));

        call(ledger, Purpose.SONG, JOB, Tokens.NONE);

        assertThat(ledger.on(DAY)).isEmpty();
        assertThat(ledger.job(JOB).calls()).isZero();
        assertThat(ledger.reserve(Purpose.SONG, JOB, MOST)).isEmpty();
    }

    @Test
    default void aCallThatCostsMoreThanItWasToCountsInFull() {
        Ledger ledger = ledger(limits(250, Long.MAX_VALUE));

        call(ledger, Purpose.SONG, JOB, new Tokens(180, 0));

        assertThat(ledger.reserve(Purpose.SONG, JOB, MOST)).contains(Limit.TOKENS_PER_DAY);
    }

    @Test
    default void aRefusedCallSetsNothingAside() {
        Ledger ledger = ledger(limits(150, 120));
        ledger.reserve(Purpose.SONG, JOB, MOST);

        assertThat(ledger.reserve(Purpose.SONG, JOB, new Tokens(21, 0))).contains(Limit.TOKENS_PER_JOB);
        assertThat(ledger.reserve(Purpose.SONG, JOB + 1, new Tokens(51, 0))).contains(Limit.TOKENS_PER_DAY);

        assertThat(ledger.reserve(Purpose.SONG, JOB, new Tokens(20, 0))).isEmpty();
        assertThat(ledger.reserve(Purpose.SONG, JOB + 1, new Tokens(30, 0))).isEmpty();
    }

    @Test
    default void everyJobHasALimitOfItsOwn() {
        Ledger ledger = ledger(limits(Long.MAX_VALUE, 150));
        ledger.reserve(Purpose.SONG, JOB, MOST);

        assertThat(ledger.reserve(Purpose.SONG, JOB, MOST)).contains(Limit.TOKENS_PER_JOB);
        assertThat(ledger.reserve(Purpose.SONG, JOB + 1, MOST)).isEmpty();
        assertThat(ledger.reserve(Purpose.MESSAGE, null, MOST)).isEmpty();
    }

    @Test
    default void moneyIsLimitedWhereThePriceIsKnown() {
        Price price = new Price(1_000, 10_000); // 80 and 20 tokens: 0.08 + 0.2
        Limits limits = new Limits(Long.MAX_VALUE, Long.MAX_VALUE, 1, 0.5, price);
        Ledger ledger = ledger(limits);

        assertThat(ledger.reserve(Purpose.SONG, JOB, MOST)).isEmpty();
        assertThat(ledger.reserve(Purpose.SONG, JOB, MOST)).contains(Limit.MONEY_PER_JOB);
        assertThat(ledger.reserve(Purpose.MESSAGE, null, MOST)).isEmpty();
        assertThat(ledger.reserve(Purpose.MESSAGE, null, MOST)).isEmpty();
        assertThat(ledger.reserve(Purpose.MESSAGE, null, MOST)).contains(Limit.MONEY_PER_DAY);
        assertThat(ledger.reserve(Purpose.MESSAGE, null, new Tokens(150, 0))).isEmpty();
    }

    @Test
    default void withoutAPriceMoneyIsNoLimit() {
        Ledger ledger = ledger(new Limits(Long.MAX_VALUE, Long.MAX_VALUE, 0, 0, null));

        assertThat(ledger.reserve(Purpose.SONG, JOB, MOST)).isEmpty();
    }

    @Test
    default void theDayBeginsAnewAtMidnightOfUtc() {
        SettableClock clock = new SettableClock(BEFORE_MIDNIGHT);
        Ledger ledger = ledger(limits(100, Long.MAX_VALUE), clock);
        call(ledger, Purpose.MESSAGE, null, MOST);
        assertThat(ledger.reserve(Purpose.MESSAGE, null, MOST)).contains(Limit.TOKENS_PER_DAY);

        clock.advance(INSTANT);

        assertThat(ledger.reserve(Purpose.MESSAGE, null, MOST)).isEmpty();
    }

    @Test
    default void aCallThatEndsAfterMidnightBelongsToTheDayOnWhichItBegan() {
        SettableClock clock = new SettableClock(BEFORE_MIDNIGHT);
        Ledger ledger = ledger(limits(100, Long.MAX_VALUE), clock);
        ledger.reserve(Purpose.MESSAGE, null, new Tokens(90, 0));
        clock.advance(INSTANT);
        ledger.reserve(Purpose.MESSAGE, null, new Tokens(70, 0));

        ledger.settle(Purpose.MESSAGE, null, new Tokens(90, 0), new Tokens(10, 0));

        assertThat(ledger.on(DAY)).containsKey(Purpose.MESSAGE);
        assertThat(ledger.on(DAY.plusDays(1))).isEmpty();
        assertThat(ledger.reserve(Purpose.MESSAGE, null, new Tokens(31, 0))).contains(Limit.TOKENS_PER_DAY);
    }

    @Test
    default void onlyWhatWasSetAsideCanBeSettled() {
        Ledger ledger = ledger(UNLIMITED);
        call(ledger, Purpose.SONG, JOB, MOST);
        ledger.reserve(Purpose.SONG, JOB, MOST);

        assertThatIllegalArgumentException().isThrownBy(() -> ledger.settle(Purpose.SONG, JOB + 1, MOST, Tokens.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.settle(Purpose.SONG, JOB, new Tokens(1, 1), Tokens.NONE));
    }

    @Test
    default void eventsAreCountedByDayAndPurpose() {
        SettableClock clock = new SettableClock(BEFORE_MIDNIGHT);
        Ledger ledger = ledger(UNLIMITED, clock);

        for (Event event : Event.values()) {
            ledger.count(Purpose.MESSAGE, event);
        }
        ledger.count(Purpose.MESSAGE, Event.READ);
        ledger.count(Purpose.SONG, Event.KNOWN);
        call(ledger, Purpose.SONG, null, MOST);
        clock.advance(INSTANT);
        ledger.count(Purpose.MESSAGE, Event.READ);

        assertThat(ledger.on(DAY)).containsOnlyKeys(Purpose.MESSAGE, Purpose.SONG);
        assertThat(ledger.on(DAY).get(Purpose.SONG)).isEqualTo(new Use(1, MOST, Map.of(Event.KNOWN, 1L)));
        assertThat(ledger.on(DAY)).extractingByKey(Purpose.MESSAGE).satisfies(use -> {
            assertThat(use.events()).hasSize(Event.values().length).containsEntry(Event.READ, 2L);
            assertThat(use.calls()).isZero();
        });
        assertThat(ledger.on(DAY.plusDays(1)).values())
                .containsExactly(new Use(0, Tokens.NONE, Map.of(Event.READ, 1L)));
    }

    @Test
    default void sixteenThreadsPassNoLimitAndUseItUp() throws Exception {
        long limit = 20_000;
        Ledger ledger = ledger(limits(limit, limit));
        List<Callable<Long>> threads = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            Random random = new Random(thread);
            threads.add(() -> {
                long spent = 0;
                for (int call = 0; call < 50; call++) {
                    spent += spend(ledger, random);
                }
                return spent;
            });
        }

        long spent = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(16)) {
            for (Future<Long> thread : executor.invokeAll(threads)) {
                spent += thread.get();
            }
        }

        assertThat(spent).isBetween(limit - MOST.all(), limit);
        assertThat(ledger.on(DAY).get(Purpose.SONG))
                .extracting(use -> use.tokens().all())
                .isEqualTo(spent);
        assertThat(ledger.job(JOB).tokens().all()).isEqualTo(spent);
    }

    /** @return what it has cost; all that was set aside one time in two, else part of it */
    private static long spend(Ledger ledger, Random random) {
        if (ledger.reserve(Purpose.SONG, JOB, MOST).isPresent()) {
            return 0;
        }
        Tokens used = random.nextBoolean() ? MOST : new Tokens(random.nextInt(80), 1);
        ledger.settle(Purpose.SONG, JOB, MOST, used);
        return used.all();
    }

    private static void call(Ledger ledger, Purpose purpose, @Nullable Long job, Tokens used) {
        assertThat(ledger.reserve(purpose, job, MOST)).isEmpty();
        ledger.settle(purpose, job, MOST, used);
    }
}
