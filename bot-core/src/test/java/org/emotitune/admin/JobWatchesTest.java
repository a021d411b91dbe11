package org.emotitune.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotitune.admin.JobMessages.JobMessage;
import org.emotitune.admin.JobWatches.Screen.Shown;
import org.emotitune.admin.RecordedScreen.Shot;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply.TextFile;
import org.emotitune.db.TestDatabase;
import org.emotitune.postgres.PgScheduledWork;
import org.emotitune.reindex.JobBoard.Started;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.JobStoppedException;
import org.emotitune.reindex.JobWork;
import org.emotitune.reindex.Spent;
import org.emotitune.reindex.Stage;
import org.emotitune.reindex.Trouble;
import org.emotitune.song.SongId;
import org.emotitune.testing.Eventually;
import org.emotitune.testing.LogLines;
import org.emotitune.testing.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JobWatchesTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Duration EDITS = Duration.ofSeconds(3);
    private static final Duration MOMENT = Duration.ofMillis(1);

    @TempDir
    private Path home;

    private final AtomicInteger clockReads = new AtomicInteger();
    private final KeptMessages messages = new KeptMessages();
    private Bench bench;
    private InstantSource clock;
    private RecordedScreen screen;
    private JobWatches watches;
    private long job;

    @BeforeEach
    void open() throws SQLException {
        bench = new Bench(database, home);
        clock = () -> {
            clockReads.incrementAndGet();
            return bench.clock.instant();
        };
        screen = new RecordedScreen(bench.clock);
        watches = watches();
        job = ((Started.Begun) bench.board.start(false, "telegram 1")).job().id();
    }

    @AfterEach
    void close() {
        watches.close();
        bench.close();
        assertThat(screen.twoAtOnce).isFalse();
    }

    private JobWatches watches() {
        JobWatches made = new JobWatches(
                new JobWatches.Platform("telegram", screen),
                messages,
                new JobWatches.Jobs(bench.board, this::spent, picture()),
                new JobWatches.Timing(clock, Duration.ofMillis(5), EDITS, Duration.ofDays(1)));
        made.start();
        return made;
    }

    private Spent spent(long of) {
        return new Spent(of == job ? 3 : 0, 1_000, 200, OptionalDouble.of(0.25));
    }

    private Path picture() {
        return home.resolve("evaluation").resolve("similarity.png");
    }

    private JobMessage message(String place) {
        return message(place, "1");
    }

    private JobMessage message(String place, String id) {
        return new JobMessage(job, "telegram", place, null, id);
    }

    private void running(long done) throws SQLException {
        Query.execute(bench.pool, """
                UPDATE reindex_job
                   SET state = 'running', stage = 'emotions', total = 1000, done = %d, stage_at = asked_at,
                       updated_at = asked_at + interval '100 s'
                """.formatted(done));
    }

    private void over(String state, String message) throws SQLException {
        Query.execute(
                bench.pool,
                "UPDATE reindex_job SET state = '%s', message = '%s', ended_at = '%s'"
                        .formatted(state, message, bench.clock.instant()));
    }

    /** Lets it look often enough to do what it should not. */
    private void severalLooks() throws Exception {
        int before = clockReads.get();
        Eventually.is(() -> clockReads.get() > before + 20);
    }

    @Test
    void progressIsShownWithABarAndAButton() throws Exception {
        running(400);
        watches.watch(message("-100"));
        bench.clock.advance(EDITS);

        Shot shot = screen.await("-100", 1);

        assertThat(shot.text()).isEqualTo("""
                Reindex %d
                reading songs 400 of 1,000, 4.0 a second, 2 min 30 s left, 1,200 tokens, 0.25
                ▓▓▓▓▓▓▓▓░░░░░░░░░░░░ 40 %%""".formatted(job));
        assertThat(shot.message()).isEqualTo(message("-100"));
        assertThat(shot.buttons()).containsExactly(new Button("Cancel", "admin.cancel." + job));
        assertThat(shot.last()).isFalse();
    }

    @Test
    void editsAreThreeSecondsApart() throws Exception {
        running(1);
        watches.watch(message("-100"));
        bench.clock.advance(EDITS.minus(MOMENT));
        severalLooks();
        assertThat(screen.shots).isEmpty();

        bench.clock.advance(MOMENT);
        Instant first = screen.await("-100", 1).at();
        running(2);
        bench.clock.advance(EDITS.minus(MOMENT));
        severalLooks();
        assertThat(screen.shots).hasSize(1);

        over("cancelled", "cancelled");
        severalLooks();
        assertThat(screen.shots).hasSize(1);
        bench.clock.advance(MOMENT);
        Shot second = screen.await("-100", 2);

        assertThat(Duration.between(first, second.at())).isEqualTo(EDITS);
        assertThat(second.last()).isTrue();
    }

    @Test
    void whatHasNotChangedIsNotEdited() throws Exception {
        running(1);
        watches.watch(message("-100"));
        bench.clock.advance(EDITS);
        screen.await("-100", 1);
        bench.clock.advance(Duration.ofMinutes(5));
        severalLooks();
        assertThat(screen.shots).hasSize(1);

        running(2);

        assertThat(screen.await("-100", 2).text()).contains(" 2 of 1,000");
    }

    @Test
    void aRealJobIsShownToItsEndWithItsTroubles() throws Exception {
        Files.createDirectories(picture().getParent());
        Files.writeString(picture(), "png");
        List<String> songs = Query.column(
                bench.pool,
                "INSERT INTO song (title, match_key, origin) VALUES ('=Rain', 'rain', 'import') RETURNING id");
        CountDownLatch shown = new CountDownLatch(1);
        JobWork work = control -> {
            control.begin(Stage.LYRICS, 0, 50);
            control.trouble(
                    new Trouble(new SongId(Long.parseLong(songs.getFirst())), Stage.LYRICS, false, "no lyrics found"));
            await(shown);
            return "All done.";
        };
        watches.watch(message("-100"));
        try (PgScheduledWork scheduled = new PgScheduledWork(bench.pool, bench.clock, work)) {
            scheduled.startJobs();
            Eventually.is(() -> bench.board.job(job).orElseThrow().total() == 50);
            bench.clock.advance(EDITS);
            assertThat(screen.await("-100", 1).text()).contains("looking for lyrics 0 of 50");

            shown.countDown();
            Eventually.is(() -> bench.board.job(job).orElseThrow().state() == State.DONE);
        }
        bench.clock.advance(EDITS);

        Shot last = screen.await("-100", 2);
        assertThat(last.text())
                .isEqualTo("Reindex %d: All done.\n  1 song: no lyrics found\n  (the file tells which)".formatted(job));
        assertThat(last.files()).containsExactly(new TextFile("reindex-%d-troubles.csv".formatted(job), """
                spotify_id,title,artist,stage,kind,reason\r
                "",'=Rain,,lyrics,lack,no lyrics found\r
                """));
        assertThat(last.picture()).contains(picture());
        Eventually.is(() -> messages.all().isEmpty());
    }

    @Test
    void aJobThatStoppedIsToldWithWhatItCostAndWithoutAPicture() throws Exception {
        Files.createDirectories(picture().getParent());
        Files.writeString(picture(), "png");
        JobWork work = control -> {
            throw new JobStoppedException("Stopped: the model is away.");
        };
        watches.watch(message("-100"));
        try (PgScheduledWork scheduled = new PgScheduledWork(bench.pool, bench.clock, work)) {
            scheduled.startJobs();
            Eventually.is(() -> bench.board.job(job).orElseThrow().state() == State.STOPPED);
        }
        bench.clock.advance(EDITS);

        Shot last = screen.await("-100", 1);

        assertThat(last.text())
                .startsWith("Reindex %d: Stopped: the model is away.".formatted(job))
                .contains("asked 3 times", "0.25");
        assertThat(last.picture()).isEmpty();
        assertThat(last.files()).isEmpty();
    }

    @Test
    void aJobThatIsDoneHasNoPictureWhereThereIsNone() throws Exception {
        over("done", "All done.");
        watches.watch(message("-100"));
        bench.clock.advance(EDITS);

        assertThat(screen.await("-100", 1).picture()).isEmpty();
    }

    @Test
    void itIsToldOnceHowAJobEnded() throws Exception {
        over("done", "All done.");
        watches.watch(message("-100"));
        bench.clock.advance(EDITS);
        Eventually.is(() -> messages.all().isEmpty());
        bench.clock.advance(Duration.ofMinutes(5));
        severalLooks();

        assertThat(screen.shots).extracting(Shot::text).containsExactly("Reindex %d: All done.".formatted(job));
    }

    @Test
    void afterARestartItGoesOn() throws Exception {
        running(1);
        watches.watch(message("-100"));
        bench.clock.advance(EDITS);
        screen.await("-100", 1);
        watches.close();
        assertThat(messages.all()).containsExactly(message("-100"));
        running(2);
        bench.clock.advance(Duration.ofMinutes(5));

        watches = watches();

        assertThat(screen.await("-100", 2).text()).contains(" 2 of 1,000");
    }

    @Test
    void whatEndedDuringARestartIsTold() throws Exception {
        watches.watch(message("-100"));
        messages.keep(new JobMessage(job, "discord", "7", null, "8"));
        watches.close();
        over("done", "All done.");
        bench.clock.advance(Duration.ofDays(3));

        watches = watches();

        assertThat(screen.await("-100", 1).last()).isTrue();
        Eventually.is(() -> messages.all().size() == 1);
        assertThat(screen.in("7")).isEmpty();
    }

    @Test
    void nothingIsShownAfterTheEnd() throws Exception {
        running(1);
        watches.watch(message("-100"));
        watches.close();
        bench.clock.advance(EDITS);

        Eventually.is(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("job-watches")));
        assertThat(screen.shots).isEmpty();
    }

    @Test
    void aMessageThatIsGoneIsForgotten() throws Exception {
        screen.comes.put("-100", Shown.GONE);
        running(1);
        watches.watch(message("-100"));
        watches.watch(message("-200"));
        bench.clock.advance(EDITS);

        Eventually.is(() -> messages.all().equals(List.of(message("-200"))));
        running(2);
        bench.clock.advance(EDITS);

        screen.await("-200", 2);
        assertThat(screen.in("-100")).hasSize(1);
    }

    @Test
    void theEndIsToldLaterWhereItCannotBeNow() throws Exception {
        screen.comes.put("-100", Shown.NOT_NOW);
        over("done", "All done.");
        watches.watch(message("-100"));
        bench.clock.advance(EDITS);
        screen.await("-100", 1);
        severalLooks();
        assertThat(screen.shots).hasSize(1);

        bench.clock.advance(EDITS.multipliedBy(2));
        screen.await("-100", 2);
        screen.comes.clear();
        bench.clock.advance(EDITS.multipliedBy(4));
        screen.await("-100", 3);

        Eventually.is(() -> messages.all().isEmpty());
        assertThat(screen.shots).allMatch(Shot::last);
    }

    @Test
    void theEndIsNotToldForEver() throws Exception {
        screen.comes.put("-100", Shown.NOT_NOW);
        over("done", "All done.");
        watches.watch(message("-100"));
        bench.clock.advance(Duration.ofDays(1).minus(MOMENT));
        screen.await("-100", 1);
        severalLooks();
        assertThat(messages.all()).isNotEmpty();

        bench.clock.advance(Duration.ofMinutes(2));

        Eventually.is(() -> messages.all().isEmpty());
        assertThat(screen.shots).hasSize(2);
    }

    @Test
    void aPlaceWithAnotherIdIsFollowed() throws Exception {
        running(1);
        watches.watch(message("-100"));

        watches.moved("-100", "-1007");
        bench.clock.advance(EDITS);

        assertThat(screen.await("-1007", 1).message().message()).isEqualTo("1");
        assertThat(screen.in("-100")).isEmpty();
        assertThat(messages.all()).containsExactly(message("-1007"));
    }

    @Test
    void whatWasGoneBecauseItsPlaceMovedMeanwhileIsShownThere() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        screen.blocked.put("-100", latch);
        screen.comes.put("-100", Shown.GONE);
        running(1);
        watches.watch(message("-100"));
        bench.clock.advance(EDITS);
        screen.await("-100", 1);

        watches.moved("-100", "-1007");
        latch.countDown();
        Eventually.is(() -> {
            bench.clock.advance(EDITS);
            return !screen.in("-1007").isEmpty();
        });

        assertThat(messages.all()).containsExactly(message("-1007"));
    }

    @Test
    void aPlaceThatIsGoneIsForgotten() throws Exception {
        running(1);
        watches.watch(message("-100"));
        watches.watch(message("-200"));

        watches.gone("-100");
        bench.clock.advance(EDITS);
        screen.await("-200", 1);

        assertThat(screen.in("-100")).isEmpty();
        assertThat(messages.all()).containsExactly(message("-200"));
    }

    @Test
    void aNewerMessageOfTheSamePlaceTakesTheOldersPlace() throws Exception {
        running(1);
        watches.watch(message("-100", "1"));
        watches.watch(message("-200", "1"));
        watches.watch(message("-100", "2"));
        bench.clock.advance(EDITS);

        Eventually.is(() -> messages.all().equals(List.of(message("-200", "1"), message("-100", "2"))));
        screen.await("-100", 2);
        running(2);
        bench.clock.advance(EDITS);
        screen.await("-100", 3);

        assertThat(screen.in("-100").stream()
                        .filter(shot -> shot.message().message().equals("1")))
                .extracting(Shot::text, Shot::buttons)
                .containsExactly(tuple("A newer message shows this reindex.", List.of()));
        assertThat(screen.await("-200", 2).text()).contains(" 2 of 1,000");
    }

    @Test
    void aSlowChatKeepsNoOtherFromItsNews() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        screen.blocked.put("-100", latch);
        running(1);
        watches.watch(message("-100"));
        watches.watch(message("-200"));
        for (int edit = 1; edit <= 3; edit++) {
            running(edit);
            bench.clock.advance(EDITS);
            screen.await("-200", edit);
        }
        assertThat(screen.in("-100")).hasSize(1);

        latch.countDown();
        Eventually.is(() -> {
            bench.clock.advance(EDITS);
            return screen.in("-100").size() == 2;
        });
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor() throws Exception {
        running(1);
        try (LogLines log = LogLines.of(JobWatches.class)) {
            messages.away(true);
            watches.watch(message("-100"));
            bench.clock.advance(EDITS);
            severalLooks();
            assertThat(screen.shots).isEmpty();

            messages.away(false);
            bench.clock.advance(Duration.ofMinutes(1));
            screen.await("-100", 1);
            assertThat(messages.all()).containsExactly(message("-100"));
            Eventually.is(() -> log.all().size() == 2);
            assertThat(log.all().getFirst()).contains("until the database answers");
        }
    }

    @Test
    void whatIsKeptIsGoneOnWithAsSoonAsTheDatabaseAnswers() throws Exception {
        running(1);
        watches.watch(message("-100"));
        watches.close();
        messages.away(true);
        watches = watches();
        severalLooks();
        assertThat(screen.shots).isEmpty();

        messages.away(false);

        screen.await("-100", 1);
    }

    @Test
    void whatIsDoneButNotDroppedYetIsNotToldAgain() throws Exception {
        over("done", "All done.");
        watches.watch(message("-100"));
        messages.away(true);
        bench.clock.advance(EDITS);
        screen.await("-100", 1);
        severalLooks();

        messages.away(false);
        bench.clock.advance(Duration.ofMinutes(5));
        Eventually.is(() -> messages.all().isEmpty());

        assertThat(screen.shots).hasSize(1);
    }

    @Test
    void aScreenThatBreaksIsTriedAgain() throws Exception {
        screen.breaking.add("-100");
        running(1);
        try (LogLines log = LogLines.of(JobWatches.class)) {
            watches.watch(message("-100"));
            bench.clock.advance(EDITS);
            screen.await("-100", 1);
            Eventually.is(() -> log.all().size() == 1);
            assertThat(log.all().getFirst()).contains("IllegalStateException").doesNotContain("a bug");
        }
        screen.breaking.clear();
        bench.clock.advance(EDITS.multipliedBy(2));

        screen.await("-100", 2);
    }

    @Test
    void anUnknownJobIsForgotten() throws Exception {
        messages.keep(new JobMessage(job + 1, "telegram", "-100", null, "1"));
        watches.close();

        watches = watches();

        Eventually.is(() -> messages.all().isEmpty());
        assertThat(screen.shots).isEmpty();
    }

    @Test
    void usuallyItIsLookedEverySecondAndEditedEveryThree() {
        JobWatches.Timing usual = JobWatches.Timing.usual(clock);

        assertThat(usual.look()).isEqualTo(Duration.ofSeconds(1));
        assertThat(usual.edits()).isEqualTo(EDITS);
        assertThat(usual.giveUp()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aJobThatWaitsToGoOnSaysSo() {
        JobReport report = bench.board.job(job).orElseThrow();

        assertThat(JobView.progress(report, Spent.NONE)).isEqualTo("Reindex %d\nwaiting".formatted(job));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
