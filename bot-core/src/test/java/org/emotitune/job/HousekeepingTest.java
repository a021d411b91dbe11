package org.emotitune.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.emotitune.config.Settings;
import org.emotitune.conversation.OutcomeTally;
import org.emotitune.db.TestDatabase;
import org.emotitune.job.Housekeeping.Kept;
import org.emotitune.person.PersonKey;
import org.emotitune.person.PersonStore;
import org.emotitune.person.PlaceKey;
import org.emotitune.person.Stance;
import org.emotitune.postgres.PgOutcomeCounts;
import org.emotitune.postgres.PgPersonStore;
import org.emotitune.postgres.PgReceipts;
import org.emotitune.postgres.PgScheduledWork;
import org.emotitune.reception.Receipts;
import org.emotitune.song.SongId;
import org.emotitune.testing.Query;
import org.emotitune.testing.SettableClock;
import org.emotitune.testing.TestPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the real scheduler: who goes, and who stays. */
@Timeout(60)
class HousekeepingTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final PersonKey GONE = new PersonKey(new UUID(0, 1));
    private static final PersonKey STILL_HERE = new PersonKey(new UUID(0, 2));
    private static final PlaceKey PLACE = new PlaceKey(new UUID(0, 3));
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration NEVER = Duration.ofDays(1);

    private static HikariDataSource pool = new HikariDataSource();
    private static List<SongId> songs = List.of();

    private final SettableClock clock = new SettableClock(START);
    private final PersonStore people = new PgPersonStore(pool);
    private final Receipts receipts = new PgReceipts(pool);
    private final OutcomeTally outcomes = new OutcomeTally(new PgOutcomeCounts(pool), clock);
    private final CountDownLatch forgotten = new CountDownLatch(1);

    @BeforeAll
    static void openPool() throws SQLException {
        pool = TestPool.of(database.address(), 4);
        songs = Query.column(pool, """
                        INSERT INTO song (title, artist, match_key, origin)
                        SELECT 'Song ' || n, 'The Testers', 'song ' || n, 'starter' FROM generate_series(1, 2) AS n
                        RETURNING id
                        """).stream()
                .map(id -> new SongId(Long.parseLong(id)))
                .toList();
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @BeforeEach
    void keepNobody() throws SQLException {
        Query.execute(pool, "TRUNCATE person, receipt, scheduled_tasks, answer_count CASCADE");
    }

    @Test
    void whoWasNotHereForNinetyDaysIsForgottenAndWhoWasIsNot() throws Exception {
        keep(GONE, START);
        keep(STILL_HERE, START.plusMillis(1));
        clock.advance(Settings.Limits.DEFAULT.retention().plusMillis(1));

        try (Housekeeping housekeeping = housekeeping(Settings.Limits.DEFAULT.retention())) {
            housekeeping.start();
            assertThat(forgotten.await(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(Query.column(pool, "SELECT key FROM person"))
                .containsExactly(STILL_HERE.value().toString());
        assertThat(Query.column(pool, "SELECT person_key FROM given"))
                .containsExactly(STILL_HERE.value().toString());
        assertThat(Query.column(pool, "SELECT person_key FROM vote"))
                .containsExactly(STILL_HERE.value().toString());
    }

    @Test
    void whoeverStaysLosesTheSongsThatWereGivenLongAgo() throws Exception {
        keep(STILL_HERE, START);
        clock.advance(Duration.ofDays(7));
        people.given(STILL_HERE, PLACE, List.of(songs.get(1)), null, clock.instant());
        clock.advance(Duration.ofSeconds(1));

        try (Housekeeping housekeeping = housekeeping(Duration.ofDays(7))) {
            housekeeping.start();
            assertThat(forgotten.await(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(people.of(STILL_HERE, Instant.EPOCH).recent()).containsExactly(songs.get(1));
        assertThat(people.of(STILL_HERE, Instant.EPOCH).liked()).containsExactly(songs.get(0));
    }

    @Test
    void receiptsAreForgottenAfterTwoDays() throws Exception {
        receipts.take("telegram", List.of(1L), START);
        receipts.take("telegram", List.of(2L), START.plusMillis(1));
        clock.advance(Duration.ofDays(2).plusMillis(1));

        try (Housekeeping housekeeping = housekeeping(Settings.Limits.DEFAULT.retention())) {
            housekeeping.start();
            assertThat(forgotten.await(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(Query.column(pool, "SELECT id FROM receipt")).containsExactly("2");
    }

    private void keep(PersonKey person, Instant when) {
        people.given(person, PLACE, List.of(songs.get(0)), null, when);
        people.vote(person, songs.get(0), Stance.UP, when);
    }

    /** Daily work on the real scheduler that tells when it is done, and no flush before the end. */
    private Housekeeping housekeeping(Duration retention) {
        DailyWork real = new PgScheduledWork(pool, clock);
        DailyWork told = new DailyWork() {
            @Override
            public void start(String name, Runnable work) {
                real.start(name, () -> {
                    work.run();
                    forgotten.countDown();
                });
            }

            @Override
            public void close() {
                real.close();
            }
        };
        return new Housekeeping(new Kept(people, receipts, outcomes), told, clock, retention, NEVER);
    }

    @Test
    void theLastCountsAreWrittenWhenItCloses() throws SQLException {
        try (Housekeeping housekeeping = housekeeping(Settings.Limits.DEFAULT.retention())) {
            housekeeping.start();
            outcomes.record("songs");
            outcomes.record("songs");
        }

        assertThat(Query.rows(pool, "answer_count")).containsExactly("(2026-03-01,songs,2)");
    }
}
