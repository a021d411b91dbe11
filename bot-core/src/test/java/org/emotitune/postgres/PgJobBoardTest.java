package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Condition;
import org.emotitune.db.TestDatabase;
import org.emotitune.reindex.JobBoard.SongTrouble;
import org.emotitune.reindex.JobBoard.Started;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.testing.Query;
import org.emotitune.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The board without anybody who does jobs. */
@Timeout(60)
class PgJobBoardTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void clear() throws SQLException {
        Query.execute(database.dataSource(), "TRUNCATE scheduled_tasks, reindex_job, song CASCADE");
    }

    private PgJobBoard board() {
        return new PgJobBoard(database.dataSource(), clock, asked::incrementAndGet);
    }

    private JobReport begun(boolean everything) {
        return ((Started.Begun) board().start(everything, "terminal")).job();
    }

    @Test
    void aJobWaitsAndIsScheduled() throws SQLException {
        JobReport job = begun(true);

        assertThat(job.state()).isEqualTo(State.WAITING);
        assertThat(job.everything()).isTrue();
        assertThat(job.askedBy()).isEqualTo("terminal");
        assertThat(job.askedAt()).isEqualTo(START);
        assertThat(board().current()).contains(job);
        assertThat(board().job(job.id())).contains(job);
        assertThat(Query.column(database.dataSource(), "SELECT task_name || ' ' || task_instance FROM scheduled_tasks"))
                .containsExactly("reindex " + job.id());
        assertThat(asked).hasValue(1);
    }

    @Test
    void aSecondOneIsToldOfTheFirst() {
        JobReport first = begun(false);

        assertThat(board().start(true, "telegram 1")).isEqualTo(new Started.Busy(first));
        assertThat(asked).hasValue(1);
    }

    @Test
    void ofManyAtOnceOneBegins() throws Exception {
        int many = 8;
        for (int round = 0; round < 10; round++) {
            clear();
            CountDownLatch all = new CountDownLatch(many);
            Callable<Started> start = () -> {
                all.countDown();
                all.await();
                return board().start(false, "terminal");
            };
            List<Started> started = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
                for (Future<Started> one : threads.invokeAll(Collections.nCopies(many, start))) {
                    started.add(one.get());
                }
            }

            JobReport job = board().current().orElseThrow();
            assertThat(started)
                    .containsOnlyOnce(new Started.Begun(job))
                    .areExactly(many - 1, new Condition<>(new Started.Busy(job)::equals, "busy"));
            assertThat(Query.rows(database.dataSource(), "scheduled_tasks")).hasSize(1);
        }
    }

    @Test
    void whatNobodyHasBegunIsCancelledAtOnce() {
        JobReport job = begun(false);
        clock.advance(Duration.ofSeconds(5));

        assertThat(board().cancel()).isTrue();

        JobReport cancelled = board().job(job.id()).orElseThrow();
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(cancelled.endedAt()).isEqualTo(START.plusSeconds(5));
        assertThat(board().current()).isEmpty();
        assertThat(board().cancel()).isFalse();
    }

    @Test
    void whatADeadProcessLeftIsCancelledAtOnce() throws SQLException {
        JobReport job = begun(false);
        Query.execute(database.dataSource(), "UPDATE reindex_job SET state = 'running'");

        assertThat(board().cancel()).isTrue();

        assertThat(board().job(job.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void theLastOnesComeNewestFirst() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.addFirst(begun(false).id());
            board().cancel();
        }

        assertThat(board().last(3)).extracting(JobReport::id).isEqualTo(ids.subList(0, 3));
        assertThat(board().last(100)).hasSize(4);
    }

    @Test
    void troublesAreToldByTitleAndCountedBySong() throws SQLException {
        long job = begun(false).id();
        Query.execute(database.dataSource(), """
                INSERT INTO song (title, artist, match_key, origin)
                SELECT 'Song ' || n, 'The Testers', 'song ' || n, 'import' FROM generate_series(1, 1500) AS n
                """);
        Query.execute(database.dataSource(), """
                INSERT INTO reindex_trouble (job, song_id, stage, failure, reason)
                SELECT %d, id, stage, false, 'nothing found' FROM song, unnest(ARRAY['lyrics', 'popularity']) AS stage
                """.formatted(job));
        Query.execute(
                database.dataSource(),
                "UPDATE reindex_trouble SET reason = 'the service is away', failure = true"
                        + " WHERE song_id = (SELECT id FROM song WHERE title = 'Song 7')");

        List<SongTrouble> told = new ArrayList<>();
        board().troubles(job, told::add);

        assertThat(told).hasSize(3_000);
        assertThat(told).extracting(SongTrouble::title).isSorted();
        assertThat(told.stream().filter(trouble -> trouble.trouble().failure()))
                .extracting(trouble -> trouble.trouble().reason())
                .containsOnly("the service is away")
                .hasSize(2);
        assertThat(board().job(job).orElseThrow().troubles())
                .containsOnly(Map.entry("nothing found", 1_499L), Map.entry("the service is away", 1L));
    }

    @Test
    void troublesOfAllButTheLastTenJobsAreForgotten() throws SQLException {
        SongRows.add(database.dataSource(), 2);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(begun(false).id());
            Query.execute(
                    database.dataSource(),
                    "INSERT INTO reindex_trouble SELECT %d, id, 'lyrics', false, 'nothing found' FROM song"
                            .formatted(ids.getLast()));
            board().cancel();
        }

        assertThat(Query.column(database.dataSource(), "SELECT DISTINCT job FROM reindex_trouble ORDER BY job"))
                .isEqualTo(ids.subList(2, 12).stream().map(String::valueOf).toList());
        assertThat(board().last(100)).hasSize(12);
    }

    @Test
    void anUnknownJobIsNone() {
        assertThat(board().job(4711)).isEmpty();
        assertThat(board().current()).isEmpty();
        assertThat(board().last(5)).isEmpty();
    }
}
