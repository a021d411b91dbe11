package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.emotitune.db.TestDatabase;
import org.emotitune.reindex.JobBoard.Started;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.Stage;
import org.emotitune.reindex.Trouble;
import org.emotitune.song.SongId;
import org.emotitune.testing.Query;
import org.emotitune.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a running job could not do, seen from the board. */
class PgJobTroublesTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableClock clock = new SettableClock(START);
    private final PgJobBoard board = new PgJobBoard(database.dataSource(), clock, () -> {});
    private List<SongId> songs = List.of();
    private Connection connection = database.dataSource().getConnection();
    private long job;

    PgJobTroublesTest() throws SQLException {}

    @BeforeEach
    void startJob() throws SQLException {
        Query.execute(database.dataSource(), "TRUNCATE scheduled_tasks, reindex_job, song CASCADE");
        songs = SongRows.add(database.dataSource(), 3);
        job = ((Started.Begun) board.start(true, "terminal")).job().id();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private PgJobControl control() throws SQLException {
        return PgJobControl.begin(connection, job, clock, () -> false).orElseThrow();
    }

    private JobReport report() {
        return board.job(job).orElseThrow();
    }

    private Map<String, Long> counted() {
        clock.advance(PgTroubleCounts.KEPT);
        return report().troubles();
    }

    @Test
    void whoeverAsksOftenIsToldTheSameCountsForAWhile() throws SQLException {
        PgJobControl control = control();
        control.trouble(new Trouble(songs.get(0), Stage.LYRICS, true, "the service is away"));
        assertThat(counted()).isEqualTo(Map.of("the service is away", 1L));

        control.trouble(new Trouble(songs.get(1), Stage.LYRICS, true, "the service is away"));
        clock.advance(PgTroubleCounts.KEPT.minusMillis(1));
        assertThat(report().troubles()).isEqualTo(Map.of("the service is away", 1L));

        clock.advance(Duration.ofMillis(1));
        assertThat(report().troubles()).isEqualTo(Map.of("the service is away", 2L));
    }

    @Test
    void theCountsOfAJobThatIsOverAreComplete() throws SQLException {
        PgJobControl control = control();
        control.trouble(new Trouble(songs.get(0), Stage.LYRICS, false, "no lyrics found"));

        control.end(State.DONE, "none");

        assertThat(report().troubles()).isEqualTo(Map.of("no lyrics found", 1L));
    }

    @Test
    void theLastOneOfAStageCounts() throws SQLException {
        PgJobControl control = control();

        control.trouble(new Trouble(songs.get(0), Stage.LYRICS, true, "the service is away"));
        control.trouble(new Trouble(songs.get(1), Stage.LYRICS, true, "the service is away"));
        assertThat(counted()).isEqualTo(Map.of("the service is away", 2L));
        assertThat(control.failures()).isEqualTo(2);

        control.trouble(new Trouble(songs.get(1), Stage.LYRICS, false, "no lyrics found"));
        assertThat(counted()).isEqualTo(Map.of("the service is away", 1L, "no lyrics found", 1L));
        assertThat(control.failures()).isEqualTo(1);
    }

    @Test
    void aSongThatFailsTwiceIsOneFailure() throws SQLException {
        PgJobControl control = control();

        control.trouble(new Trouble(songs.get(0), Stage.POPULARITY, true, "the service is away"));
        control.trouble(new Trouble(songs.get(0), Stage.EMOTIONS, true, "the answer made no sense"));

        assertThat(control.failures()).isEqualTo(1);
        control.trouble(new Trouble(songs.get(0), Stage.EMOTIONS, false, "nothing felt"));
        assertThat(control.failures()).isEqualTo(1);
    }

    @Test
    void whatEarlierRunsDidAndMetIsKnown() throws SQLException {
        PgJobControl earlier = control();
        earlier.begin(Stage.EMOTIONS, 0, 3);
        earlier.advance(2);
        earlier.trouble(new Trouble(songs.get(0), Stage.EMOTIONS, true, "the answer made no sense"));
        earlier.trouble(new Trouble(songs.get(1), Stage.EMOTIONS, false, "nothing felt"));
        earlier.leave();
        assertThat(report().state()).isEqualTo(State.WAITING);

        PgJobControl control = control();
        clock.advance(SECOND);
        control.check();

        assertThat(control.failures()).isEqualTo(1);
        assertThat(report().done()).isEqualTo(2);
        assertThat(counted()).hasSize(2);
    }

    @Test
    void aSongThatWasDeletedIsInNoTrouble() throws SQLException {
        PgJobControl control = control();
        Query.execute(database.dataSource(), "DELETE FROM song");

        control.trouble(new Trouble(songs.get(0), Stage.LYRICS, false, "no lyrics found"));

        assertThat(counted()).isEmpty();
    }
}
