package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.emotitune.db.TestDatabase;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.reindex.JobBoard.Started;
import org.emotitune.reindex.JobCancelledException;
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

/** What a running job writes, seen from the board. */
class PgJobControlTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableClock clock = new SettableClock(START);
    private final PgJobBoard board = new PgJobBoard(database.dataSource(), clock, () -> {});
    private boolean closing;
    private List<SongId> songs = List.of();
    private Connection connection = database.dataSource().getConnection();
    private long job;

    PgJobControlTest() throws SQLException {}

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
        return PgJobControl.begin(connection, job, clock, () -> closing).orElseThrow();
    }

    private JobReport report() {
        return board.job(job).orElseThrow();
    }

    @Test
    void itKnowsWhatWasAskedFor() throws SQLException {
        PgJobControl control = control();

        assertThat(control.id()).isEqualTo(job);
        assertThat(control.everything()).isTrue();
        assertThat(report().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void aStageIsSeenAtOnce() throws SQLException {
        PgJobControl control = control();
        clock.advance(SECOND);

        control.begin(Stage.EMOTIONS, 40, 100);

        assertThat(report().stage()).isEqualTo(Stage.EMOTIONS);
        assertThat(report().done()).isEqualTo(40);
        assertThat(report().doneThen()).isEqualTo(40);
        assertThat(report().total()).isEqualTo(100);
        assertThat(report().stageAt()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void progressIsSeenAtMostOnceASecond() throws SQLException {
        PgJobControl control = control();
        control.begin(Stage.EMOTIONS, 0, 100);

        clock.advance(SECOND.minusMillis(1));
        control.advance(30);
        assertThat(report().done()).isZero();

        clock.advance(Duration.ofMillis(1));
        control.advance(1);
        assertThat(report().done()).isEqualTo(31);
        assertThat(report().rate()).hasValue(31);
        assertThat(report().timeLeft()).contains(Duration.ofMillis(2226));

        control.advance(5);
        assertThat(report().done()).isEqualTo(31);
        clock.advance(SECOND);
        control.check();
        assertThat(report().done()).isEqualTo(36);
    }

    @Test
    void theEndIsSeenWithAllThatWasDone() throws SQLException {
        PgJobControl control = control();
        control.begin(Stage.INDEX, 0, 7);
        control.advance(7);

        control.end(State.DONE, "7 songs");

        assertThat(report().state()).isEqualTo(State.DONE);
        assertThat(report().done()).isEqualTo(7);
        assertThat(report().message()).isEqualTo("7 songs");
        assertThat(report().endedAt()).isEqualTo(START);
        assertThat(PgJobControl.begin(connection, job, clock, () -> closing)).isEmpty();
        assertThat(report().state()).isEqualTo(State.DONE);
    }

    @Test
    void itIsNoticedWithinASecondThatSomebodyCancelled() throws SQLException {
        PgJobControl control = control();
        Query.execute(database.dataSource(), "UPDATE reindex_job SET cancel_asked = true");
        clock.advance(SECOND.minusMillis(1));
        control.check();
        assertThat(control.isCancelled()).isFalse();

        clock.advance(Duration.ofMillis(1));

        assertThatExceptionOfType(JobCancelledException.class).isThrownBy(control::check);
        assertThat(control.isCancelled()).isTrue();
    }

    @Test
    void itIsNoticedAtOnceThatTheProgramEnds() throws SQLException {
        PgJobControl control = control();
        closing = true;

        assertThatExceptionOfType(JobCancelledException.class).isThrownBy(control::check);
        assertThat(control.isCancelled()).isFalse();
    }

    @Test
    void whoeverLostTheConnectionCanWriteNothing() throws SQLException {
        PgJobControl control = control();
        connection.close();
        clock.advance(SECOND);

        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(control::check);
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> control.advance(1));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> control.trouble(new Trouble(songs.get(0), Stage.LYRICS, true, "away")));
    }

    @Test
    void aJobThatAnotherOneEndedIsNotChanged() throws SQLException {
        PgJobControl control = control();
        Query.execute(
                database.dataSource(), "UPDATE reindex_job SET state = 'done', message = 'first', ended_at = now()");
        clock.advance(SECOND);

        assertThatExceptionOfType(JobCancelledException.class).isThrownBy(control::check);
        control.leave();

        assertThat(report().state()).isEqualTo(State.DONE);
        assertThat(report().message()).isEqualTo("first");
    }
}
