package org.emotitune.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.emotitune.admin.Bench.OPERATOR;
import static org.emotitune.admin.Bench.START;
import static org.emotitune.admin.Bench.STRANGER;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.emotitune.admin.AdminReply.Follow;
import org.emotitune.conversation.Button;
import org.emotitune.db.TestDatabase;
import org.emotitune.postgres.PgOutcomeCounts;
import org.emotitune.postgres.PgScheduledWork;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.NotAllowedException;
import org.emotitune.reindex.Stage;
import org.emotitune.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AdminDeskTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    private Path home;

    private Bench bench;

    @BeforeEach
    void open() throws SQLException {
        bench = new Bench(database, home);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void strangersGetNothingAtAll() throws Exception {
        Upload upload = new Upload("songs.json", 10, 100, file -> bench.progress.add("fetched"));
        Stream<ThrowingCallable> calls = Stream.of(
                () -> bench.desk.command(STRANGER, "/reindex"),
                () -> bench.desk.command(STRANGER, "/reindex dry"),
                () -> bench.desk.command(STRANGER, "/reindex nonsense"),
                () -> bench.desk.command(STRANGER, "/cancel"),
                () -> bench.desk.command(STRANGER, "/stats"),
                () -> bench.desk.command(STRANGER, "/import"),
                () -> bench.desk.tapped(STRANGER, "admin.reindex", bench.progress::add),
                () -> bench.desk.tapped(STRANGER, "admin.import.00", bench.progress::add),
                () -> bench.desk.tapped(STRANGER, "admin.nonsense", bench.progress::add),
                () -> bench.desk.offered(STRANGER, upload, bench.progress::add));

        assertThat(calls)
                .allSatisfy(call ->
                        assertThatExceptionOfType(NotAllowedException.class).isThrownBy(call));
        assertThat(bench.board.last(1)).isEmpty();
        assertThat(bench.estimated).hasValue(0);
        assertThat(bench.progress).isEmpty();
        assertThat(bench.files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reindex", "/REINDEX Full", " /import ", "/stats x", "/cancel"})
    void commandsOfAdminsAreKnown(String text) {
        assertThat(AdminDesk.isCommand(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reindex", "/reindexed", "/start", "", "/", "/ reindex", "sad"})
    void othersAreNone(String text) {
        assertThat(AdminDesk.isCommand(text)).isFalse();
    }

    @Test
    void whatCostsLittleIsStartedAndFollowed() {
        AdminReply reply = bench.command("/REINDEX Full");

        JobReport job = bench.board.current().orElseThrow();
        assertThat(job.everything()).isTrue();
        assertThat(job.askedBy()).isEqualTo("telegram 1");
        assertThat(bench.asked).hasValue(1);
        assertThat(reply)
                .isEqualTo(new Follow(
                        job.id(),
                        "Reindex %d, of everything\nwaiting".formatted(job.id()),
                        List.of(new Button("Cancel", "admin.cancel." + job.id()))));
    }

    @Test
    void whatIsDearIsAskedAboutFirst() {
        bench.price = OptionalDouble.of(1.01);

        AdminReply question = bench.command("/reindex");

        assertThat(question.text()).contains("songs to read: 12\n", "money: about 1.01", "Start the reindex?");
        assertThat(bench.board.last(1)).isEmpty();
        assertThat(bench.tap(question, "No").text()).isEqualTo("Nothing was started.");
        assertThat(bench.board.last(1)).isEmpty();

        assertThat(bench.tap(question, "Start")).isInstanceOf(Follow.class);
        assertThat(bench.board.current().orElseThrow().everything()).isFalse();
    }

    @Test
    void aYesToEverythingReadsEverything() {
        bench.price = OptionalDouble.of(5);

        bench.tap(bench.command("/reindex full"), "Start");

        assertThat(bench.board.current().orElseThrow().everything()).isTrue();
    }

    @Test
    void aYesThatComesLateIsAskedAboutAgain() {
        bench.price = OptionalDouble.of(5);
        AdminReply question = bench.command("/reindex");
        bench.clock.advance(Duration.ofMinutes(15).plusSeconds(1));

        AdminReply again = bench.tap(question, "Start");

        assertThat(again.text()).contains("Start the reindex?");
        assertThat(bench.board.last(1)).isEmpty();
        assertThat(bench.tap(again, "Start")).isInstanceOf(Follow.class);
    }

    @Test
    void aForgedYesIsAskedAboutToo() {
        bench.price = OptionalDouble.of(5);

        for (String action : List.of("admin.start", "admin.start.abc", "admin.full.1")) {
            assertThat(bench.tap(action).text()).contains("Start the reindex?");
        }
        assertThat(bench.board.last(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reindex dry", "/Reindex DRY full", "/reindex full dry"})
    void aDryRunTellsTheEstimateAndStartsNothing(String text) {
        bench.price = OptionalDouble.of(5);

        AdminReply reply = bench.command(text);

        assertThat(reply.text())
                .startsWith(text.contains("full") ? "songs to read: 1,200" : "songs to read: 12\n")
                .contains("money: about 5.00");
        assertThat(Bench.buttons(reply)).isEmpty();
        assertThat(bench.board.last(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reindex everything", "/reindex full full", "/reindex dry please"})
    void otherWordsAreExplained(String text) {
        assertThat(bench.command(text).text()).contains("/reindex full", "/reindex dry");
        assertThat(bench.board.last(1)).isEmpty();
    }

    @Test
    void theJobThatIsNotOverIsFollowed() {
        bench.price = OptionalDouble.of(5);
        long job = ((Follow) bench.tap(bench.command("/reindex"), "Start")).job();

        AdminReply reply = bench.command("/reindex full");

        assertThat(reply.text())
                .isEqualTo("A reindex that is not over, asked for by telegram 1, goes on.\nReindex %d\nwaiting"
                        .formatted(job));
        assertThat(((Follow) reply).job()).isEqualTo(job);
        assertThat(bench.board.last(5)).hasSize(1);
        assertThat(bench.estimated).hasValue(1);
    }

    @Test
    void aRunningJobIsCancelledByItsButton() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (PgScheduledWork work = new PgScheduledWork(bench.pool, bench.clock, control -> {
            control.begin(Stage.EMOTIONS, 0, 10);
            while (never.getCount() > 0) {
                bench.clock.advance(Duration.ofSeconds(1));
                control.check();
            }
            return "never";
        })) {
            AdminReply follow = bench.command("/reindex");
            long job = ((Follow) follow).job();
            work.startJobs();
            Eventually.is(() -> bench.board.job(job).orElseThrow().state() == State.RUNNING);

            assertThat(bench.tap(follow, "Cancel").text()).startsWith("The reindex ends");

            Eventually.is(() -> bench.board.job(job).orElseThrow().state() == State.CANCELLED);
            assertThat(bench.tap(follow, "Cancel").text()).isEqualTo("That reindex is over.");
        }
    }

    @Test
    void anOldButtonCancelsNoOtherJob() {
        AdminReply first = bench.command("/reindex");
        bench.command("/cancel");
        bench.command("/reindex");

        assertThat(bench.tap(first, "Cancel").text()).isEqualTo("That reindex is over.");
        assertThat(bench.board.current()).isPresent();
    }

    @Test
    void theCommandCancelsWhateverIsUnderWay() {
        assertThat(bench.command("/cancel").text()).isEqualTo("Nothing is under way here.");
        bench.command("/reindex");

        assertThat(bench.command("/Cancel").text()).startsWith("The reindex ends");
        assertThat(bench.board.current()).isEmpty();
        assertThat(bench.command("/cancel now").text()).isEqualTo("/cancel takes no other words.");
    }

    @Test
    void figuresAreToldLineByLine() {
        PgOutcomeCounts counts = new PgOutcomeCounts(bench.pool);
        LocalDate today = LocalDate.of(2026, 3, 1);
        counts.add(Map.of("songs", 1_200L, "crisis", 1L), today);
        counts.add(Map.of("songs", 9L), today.minusDays(1));
        bench.tap(
                bench.offer("songs.json", "[{\"name\":\"Rain\"},{\"name\":\"Sun\",\"lyrics\":\"la la la\"}]"),
                "Import");

        assertThat(bench.command("/stats").text()).isEqualTo("""
                Songs that are searched: 40
                Songs that wait to be read: 1
                Songs whose lyrics are not known yet: 1
                Answers of the last 7 days: 1,201
                  crisis: 1
                  songs: 1,200
                Calls of the language model today (UTC): 7
                  1,200 tokens, 0.50
                There has been no reindex yet.""");

        bench.command("/reindex");
        bench.command("/cancel");

        assertThat(bench.command("/stats").text())
                .contains("Last reindex: job ", "asked for by telegram 1 at " + START + ": cancelled");
    }

    @Test
    void buttonsOfOtherVersionsAreToldSo() {
        for (String action : List.of("admin.", "admin.dance", "admin.import.NO", "admin.cancel.1.2", "admin.\n")) {
            assertThat(AdminDesk.isAction(action)).isTrue();
            assertThat(bench.tap(action).text()).contains("another version");
        }
        assertThat(AdminDesk.isAction("administer")).isFalse();
    }

    @Test
    void aDatabaseThatIsAwayIsToldInASentence() {
        bench.pool.close();

        for (String command : List.of("/stats", "/reindex", "/cancel")) {
            assertThat(bench.desk.command(OPERATOR, command).text()).startsWith("The database does not answer.");
        }
        assertThat(bench.offer("songs.json", "[{\"name\":\"Rain\"}]").text()).startsWith("The database does not");
    }

    @Test
    void noMessageIsTooLong() {
        AdminReply reply = AdminReply.Said.of("x".repeat(AdminReply.LONGEST - 2) + "😀😀");

        assertThat(reply.text()).hasSize(AdminReply.LONGEST - 1).endsWith("x…");
    }
}
