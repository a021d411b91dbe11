package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.emotitune.db.TestDatabase;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.testing.Eventually;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class PgReceiptsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String TELEGRAM = "telegram";

    private final PgReceipts receipts = new PgReceipts(database.dataSource());

    @BeforeEach
    void takeNothing() throws SQLException {
        Query.execute(database.dataSource(), "TRUNCATE receipt");
    }

    @Test
    void onlyWhatIsNewIsTakenIn() {
        assertThat(receipts.take(TELEGRAM, List.of(7L, 8L), NOW)).containsExactlyInAnyOrder(7L, 8L);
        assertThat(receipts.take(TELEGRAM, List.of(8L, 9L), NOW)).containsExactly(9L);
        assertThat(receipts.take(TELEGRAM, List.of(7L, 8L, 9L), NOW)).isEmpty();
    }

    @Test
    void numbersMayBeginAgainLowerAndMayBeAny() {
        List<Long> ids = List.of(Long.MAX_VALUE, 5L, 0L, -3L, Long.MIN_VALUE);

        receipts.take(TELEGRAM, List.of(1_000L), NOW);

        assertThat(receipts.take(TELEGRAM, ids, NOW)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(receipts.take(TELEGRAM, ids, NOW)).isEmpty();
    }

    @Test
    void whatComesTwiceInABatchIsTakenInOnce() throws SQLException {
        assertThat(receipts.take(TELEGRAM, List.of(4L, 4L, 3L, 4L), NOW)).containsExactlyInAnyOrder(3L, 4L);
        assertThat(Query.rows(database.dataSource(), "receipt")).hasSize(2);
    }

    @Test
    void ofNothingNothingIsNew() {
        assertThat(receipts.take(TELEGRAM, List.of(), NOW)).isEmpty();
    }

    @Test
    void platformsHaveNumbersOfTheirOwn() {
        receipts.take(TELEGRAM, List.of(1L), NOW);

        assertThat(receipts.take("discord", List.of(1L), NOW)).containsExactly(1L);
    }

    @Test
    void whatWasTakenInBeforeAMomentIsForgottenAndNothingElse() {
        receipts.take(TELEGRAM, List.of(1L), NOW.minusMillis(1));
        receipts.take(TELEGRAM, List.of(2L), NOW);
        // A receipt is as old as the first time.
        receipts.take(TELEGRAM, List.of(1L), NOW.plusSeconds(1));

        receipts.forgetBefore(NOW);

        assertThat(receipts.take(TELEGRAM, List.of(1L, 2L), NOW)).containsExactly(1L);
    }

    @Test
    void twoWhoAreOfferedTheSameTakeEachOnceWhateverTheOrder() throws Exception {
        List<Long> taken = new ArrayList<>();
        try (HikariDataSource pool = TestPool.of(database.address(), 2);
                ExecutorService processes = Executors.newFixedThreadPool(2)) {
            PgReceipts shared = new PgReceipts(pool);

            for (Future<List<Long>> part :
                    processes.invokeAll(List.of(taking(shared, new Random(1)), taking(shared, new Random(2))))) {
                taken.addAll(part.get());
            }
        }

        assertThat(taken)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 2_060).boxed().toList());
    }

    /** Batches of a hundred, each of which overlaps with the next ones, in a wild order. */
    private static Callable<List<Long>> taking(PgReceipts receipts, Random order) {
        return () -> {
            List<Long> taken = new ArrayList<>();
            for (long first = 0; first < 2_000; first += 20) {
                List<Long> batch = new ArrayList<>(
                        LongStream.range(first, first + 80).boxed().toList());
                Collections.shuffle(batch, order);
                taken.addAll(receipts.take(TELEGRAM, batch, NOW));
            }
            return taken;
        };
    }

    @Test
    void whatAnotherProcessIsTakingIsWaitedForAndTakenIfThatOneFails() throws Exception {
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement();
                ExecutorService here = Executors.newSingleThreadExecutor()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO receipt VALUES ('telegram', 1, now())");

            Future<Set<Long>> taken = here.submit(() -> receipts.take(TELEGRAM, List.of(1L, 2L), NOW));
            Eventually.is(PgReceiptsTest::somebodyWaits);
            other.rollback();

            assertThat(taken.get(30, TimeUnit.SECONDS)).containsExactlyInAnyOrder(1L, 2L);
        }
    }

    private static boolean somebodyWaits() throws SQLException {
        return !Query.column(database.dataSource(), """
                        SELECT 1 FROM pg_stat_activity
                         WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).isEmpty();
    }

    @Test
    void withoutTheDatabaseNothingIsTakenIn() {
        HikariDataSource gone = TestPool.of(database.address(), 1);
        gone.close();
        PgReceipts without = new PgReceipts(gone);

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> without.take(TELEGRAM, List.of(1L), NOW));
        assertThat(receipts.take(TELEGRAM, List.of(1L), NOW)).containsExactly(1L);
    }
}
