package org.emotitune.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.emotitune.config.Settings;
import org.emotitune.conversation.OutcomeCounts;
import org.emotitune.conversation.OutcomeTally;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.job.Housekeeping.Kept;
import org.emotitune.person.PersonStore;
import org.emotitune.postgres.PgPersonStore;
import org.emotitune.postgres.PgReceipts;
import org.emotitune.reception.Receipts;
import org.emotitune.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That counts are written in time, also by a store that fails now and then. */
@Timeout(60)
class HousekeepingOfCountsTest {
    private static final PersonStore NOBODY = new PgPersonStore(new HikariDataSource());
    private static final Receipts NOTHING = new PgReceipts(new HikariDataSource());
    private static final Duration NEVER = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));

    @Test
    void countsAreWrittenAgainAndAgainAlsoAfterAFailure() throws InterruptedException {
        BlockingQueue<Map<String, Long>> written = new LinkedBlockingQueue<>();
        OutcomeCounts failingAtFirst = new Unread() {
            private int calls;

            @Override
            public void add(Map<String, Long> countsOfOneDay, LocalDate day) {
                calls++;
                if (calls <= 2) {
                    throw new StoreUnavailableException("away");
                }
                written.add(countsOfOneDay);
            }
        };
        OutcomeTally tally = new OutcomeTally(failingAtFirst, clock);
        tally.record("songs");

        try (Housekeeping housekeeping = new Housekeeping(
                new Kept(NOBODY, NOTHING, tally),
                new NoWork(),
                clock,
                Settings.Limits.DEFAULT.retention(),
                Duration.ofMillis(5))) {
            housekeeping.start();

            assertThat(written.poll(30, TimeUnit.SECONDS)).isEqualTo(Map.of("songs", 1L));
            tally.record("crisis");
            assertThat(written.poll(30, TimeUnit.SECONDS)).isEqualTo(Map.of("crisis", 1L));
        }
        assertThat(written).isEmpty();
    }

    @Test
    void itClosesAlsoWhereCountsCannotBeWritten() throws InterruptedException {
        OutcomeCounts failing = new Unread() {
            @Override
            public void add(Map<String, Long> countsOfOneDay, LocalDate day) {
                throw new StoreUnavailableException("away");
            }
        };
        OutcomeTally tally = new OutcomeTally(failing, clock);
        tally.record("songs");
        Housekeeping housekeeping = new Housekeeping(
                new Kept(NOBODY, NOTHING, tally), new NoWork(), clock, Settings.Limits.DEFAULT.retention(), NEVER);
        housekeeping.start();

        housekeeping.close();

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            assertThat(!thread.getName().equals("count-outcomes") || thread.join(Duration.ofSeconds(10)))
                    .isTrue();
        }
    }

    @Test
    void peopleCannotBeKeptForNoTime() {
        OutcomeCounts nowhere = new Unread() {
            @Override
            public void add(Map<String, Long> countsOfOneDay, LocalDate day) {}
        };
        OutcomeTally tally = new OutcomeTally(nowhere, clock);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Housekeeping(new Kept(NOBODY, NOTHING, tally), new NoWork(), clock, Duration.ZERO));
    }

    /** Counts that are only written. */
    private abstract static class Unread implements OutcomeCounts {
        @Override
        public Map<String, Long> since(LocalDate day) {
            throw new UnsupportedOperationException("nobody reads while counting");
        }
    }

    private static final class NoWork implements DailyWork {
        @Override
        public void start(String name, Runnable work) {}

        @Override
        public void close() {}
    }
}
