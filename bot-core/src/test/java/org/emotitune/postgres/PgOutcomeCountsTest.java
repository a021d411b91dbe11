package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotitune.db.TestDatabase;
import org.emotitune.testing.Query;
import org.emotitune.testing.TestPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PgOutcomeCountsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @BeforeEach
    void countNothing() throws SQLException {
        Query.execute(database.dataSource(), "TRUNCATE answer_count");
    }

    @Test
    void countsAddUpByDayAndOutcome() throws SQLException {
        PgOutcomeCounts counts = new PgOutcomeCounts(database.dataSource());

        counts.add(Map.of("songs", 3L, "crisis", 1L), DAY);
        counts.add(Map.of("songs", 4L), DAY);
        counts.add(Map.of("songs", 5_000_000_000L), DAY.plusDays(1));

        assertThat(Query.rows(database.dataSource(), "answer_count"))
                .containsExactlyInAnyOrder(
                        "(2026-03-01,songs,7)", "(2026-03-01,crisis,1)", "(2026-03-02,songs,5000000000)");
    }

    @Test
    void theCountsOfTheLastDaysAreAddedUp() {
        PgOutcomeCounts counts = new PgOutcomeCounts(database.dataSource());
        counts.add(Map.of("songs", 3L, "question", 7L), DAY.minusDays(1));
        counts.add(Map.of("songs", 4L, "crisis", 1L), DAY);
        counts.add(Map.of("songs", 5_000_000_000L), DAY.plusDays(1));

        assertThat(counts.since(DAY)).isEqualTo(Map.of("songs", 5_000_000_004L, "crisis", 1L));
        assertThat(counts.since(DAY.plusDays(2))).isEmpty();
    }

    @Test
    void processesMayCountAtOnceInAnyOrder() throws Exception {
        try (HikariDataSource pool = TestPool.of(database.address(), 2);
                ExecutorService processes = Executors.newFixedThreadPool(2)) {
            PgOutcomeCounts counts = new PgOutcomeCounts(pool);
            List<String> outcomes = List.of("songs", "crisis", "question", "apology", "help", "nothing-close");

            for (Future<Boolean> done :
                    processes.invokeAll(List.of(add(counts, outcomes), add(counts, outcomes.reversed())))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(Query.column(database.dataSource(), "SELECT answers FROM answer_count"))
                .hasSize(6)
                .containsOnly("200");
    }

    private static Callable<Boolean> add(PgOutcomeCounts counts, List<String> outcomes) {
        Map<String, Long> one = new LinkedHashMap<>();
        outcomes.forEach(outcome -> one.put(outcome, 1L));
        return () -> {
            Collections.nCopies(100, one).forEach(more -> counts.add(more, DAY));
            return true;
        };
    }
}
