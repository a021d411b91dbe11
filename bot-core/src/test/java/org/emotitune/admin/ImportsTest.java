package org.emotitune.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.emotitune.admin.Bench.MOST;
import static org.emotitune.admin.Bench.OPERATOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emotitune.admin.AdminReply.Said;
import org.emotitune.conversation.Button;
import org.emotitune.conversation.Reply.TextFile;
import org.emotitune.db.TestDatabase;
import org.emotitune.intake.IntakeStore.Intake;
import org.emotitune.testing.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ImportsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final String SONGS = """
            [{"name": "Rain", "emotions": "joyful"}, {"name": "Sun", "lyrics": "the kettle sings"}, {"artist": "Nobody"}]
            """;

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
    void withoutAFileTheCommandTellsWhatToSend() {
        assertThat(bench.command("/import").text()).contains(".jsonl", ".csv", "20 MB", "docs/songs.md");
    }

    @Test
    void aFileIsTriedAndAskedAbout() throws Exception {
        AdminReply question = bench.offer("Songs.JSON", SONGS);

        assertThat(question.text()).startsWith("""
                        Songs.JSON: 3 rows, nothing is imported yet
                        2 new, 0 changed, 0 unchanged, 1 refused
                        1 with emotions, 1 without
                        Taken as words of the vocabulary: 1
                        Row 3 is refused: \
                        """).endsWith("\nImport?");
        assertThat(Bench.buttons(question)).extracting(Button::label).containsExactly("Import", "No");
        assertThat(bench.titles()).isEmpty();
        assertThat(bench.files()).hasSize(1);
        assertThat(bench.progress).contains("fetching the file").anyMatch(line -> line.startsWith("checking row 1"));
    }

    @Test
    void aYesImportsItAndOffersAReindex() throws Exception {
        AdminReply done = bench.tap(bench.offer("songs.json", SONGS), "Import");

        assertThat(done.text())
                .startsWith("songs.json: 3 rows\n2 new, 0 changed, 0 unchanged, 1 refused\n")
                .endsWith("\nSongs of the catalog that wait to be read: 1");
        assertThat(bench.titles()).containsExactly("Rain", "Sun");
        assertThat(bench.files()).isEmpty();
        assertThat(bench.refreshed).hasValue(1);
        assertThat(bench.tap(done, "Reindex")).isInstanceOf(AdminReply.Follow.class);
    }

    @Test
    void aNoDeletesIt() throws Exception {
        AdminReply question = bench.offer("songs.json", SONGS);

        assertThat(bench.tap(question, "No").text()).isEqualTo("Nothing was imported; the file is deleted.");

        assertThat(bench.files()).isEmpty();
        assertThat(bench.titles()).isEmpty();
        assertThat(bench.tap(question, "Import").text()).contains("Send it again");
        assertThat(bench.tap(question, "No").text()).contains("Send it again");
    }

    @Test
    void ofManyWhoSayYesOneImports() throws Exception {
        String action = Bench.action(bench.offer("songs.json", SONGS), "Import");
        Callable<String> tap =
                () -> bench.desk.tapped(OPERATOR, action, progress -> {}).text();

        List<String> said = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> one : threads.invokeAll(Collections.nCopies(8, tap))) {
                said.add(one.get());
            }
        }

        assertThat(said.stream().filter(text -> text.startsWith("songs.json: 3 rows")))
                .hasSize(1);
        assertThat(said.stream().filter(text -> text.contains("Send it again"))).hasSize(7);
        assertThat(bench.titles()).hasSize(2);
    }

    @Test
    void afterAQuarterOfAnHourItIsGone() throws Exception {
        AdminReply question = bench.offer("songs.json", SONGS);
        bench.clock.advance(Duration.ofMinutes(15));

        assertThat(bench.tap(question, "Import").text()).contains("waited too long", "Send it again");

        assertThat(bench.titles()).isEmpty();
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void afterARestartItIsGone() throws Exception {
        String action = Bench.action(bench.offer("songs.json", SONGS), "Import");
        bench.desk.close();
        assertThat(bench.files()).isEmpty();

        try (AdminDesk later = bench.desk()) {
            assertThat(later.tapped(OPERATOR, action, progress -> {}).text()).contains("Send it again");
        }
        assertThat(bench.titles()).isEmpty();
    }

    @Test
    void onlyTheLastFewWait() throws Exception {
        AdminReply first = bench.offer("songs.json", SONGS);
        AdminReply second = bench.offer("songs.json", SONGS);
        for (int more = 1; more < OfferedFiles.MOST; more++) {
            bench.offer("songs.json", SONGS);
        }

        assertThat(bench.files()).hasSize(OfferedFiles.MOST);
        assertThat(bench.tap(first, "Import").text()).contains("Send it again");
        assertThat(bench.tap(second, "Import").text()).startsWith("songs.json: 3 rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"songs.xlsx", "songs", "songs.json.exe", "", "json"})
    void otherNamesAreRefusedBeforeTheyAreFetched(String name) throws Exception {
        assertThat(bench.offer(new Upload(name, 10, MOST, ImportsTest::neverFetched))
                        .text())
                .isEqualTo("The name of the file must end in .json, .jsonl, .csv.");
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void whatIsTooBigOrEmptyIsNotFetched() {
        AdminReply huge = bench.offer(new Upload("songs.csv", MOST + 1, MOST, ImportsTest::neverFetched));
        AdminReply empty = bench.offer(new Upload("songs.csv", 0, MOST, ImportsTest::neverFetched));

        assertThat(huge.text()).contains("too big: it has 21 MB, and I can fetch 20 MB");
        assertThat(empty.text()).isEqualTo("The file is empty.");
    }

    private static void neverFetched(Path file) throws IOException {
        throw new AssertionError("fetched " + file);
    }

    @Test
    void whatHasAnotherSizeThanWasToldIsRefusedAfterwards() throws Exception {
        AdminReply huge = bench.offer(new Upload("songs.csv", -1, 10, file -> Files.writeString(file, SONGS)));
        AdminReply empty = bench.offer(new Upload("songs.csv", 5, 10, Files::createFile));

        assertThat(huge.text()).contains("too big");
        assertThat(empty.text()).isEqualTo("The file is empty.");
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void whatIsNoTextIsRefusedByTheNameThatItsSenderGave() throws Exception {
        AdminReply binary = bench.offer("so\u202engs\n.json", "\0\1\2\3");
        AdminReply archive = bench.offer("songs.csv", "PK\3\4 and so on");
        AdminReply broken = bench.offer("songs.json", "no json at all");
        AdminReply blank = bench.offer("songs.json", "  \n ");

        assertThat(binary.text())
                .isEqualTo("so?ngs?.json cannot be read as JSON or CSV: it holds binary data, or is"
                        + " UTF-16 without a byte order mark.");
        assertThat(archive.text()).startsWith("songs.csv cannot be read").contains("unpack it");
        assertThat(broken.text()).startsWith("songs.json cannot be read").doesNotContain(home.toString());
        assertThat(blank.text()).contains("it is empty");
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void longNamesAreCut() {
        assertThat(bench.offer("x".repeat(5_000) + ".json", SONGS).text()).startsWith("x".repeat(40) + "…: 3 rows");
    }

    @Test
    void whatBreaksOffIsImportedUpToThere() throws Exception {
        AdminReply question = bench.offer("songs.json", "[{\"name\":\"Rain\"},{\"name\":\"Su");

        assertThat(question.text())
                .contains("1 new", "songs.json cannot be read to its end", "What follows was not read.")
                .doesNotContain(home.toString());
        assertThat(bench.tap(question, "Import").text()).contains("What follows was not read.");
        assertThat(bench.titles()).containsExactly("Rain");
    }

    @Test
    void whatHasNoSongsIsNotAskedAbout() throws Exception {
        Said reply = (Said) bench.offer("songs.csv", "title\n,\n,\n");

        assertThat(reply.text()).contains("2 refused").endsWith("No row can be used.");
        assertThat(reply.buttons()).isEmpty();
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void whatIsKnownIsNotAskedAbout() throws Exception {
        bench.tap(bench.offer("songs.json", SONGS), "Import");

        AdminReply again = bench.offer("songs.json", SONGS);

        assertThat(again.text()).contains("2 unchanged").endsWith("there is nothing to import.");
        assertThat(Bench.buttons(again)).isEmpty();
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void manyRefusalsComeAsAFile() {
        String rows = IntStream.range(0, 30).mapToObj(i -> ",Singer " + i).collect(Collectors.joining("\n"));

        Said reply = (Said) bench.offer("songs.csv", "title,artist\nRain,Ana\n" + rows + "\n");

        assertThat(reply.text().lines().filter(line -> line.contains(" is refused: ")))
                .hasSize(5);
        assertThat(reply.text()).contains("\n… and 25 more: the file tells which\n");
        TextFile file = reply.files().getFirst();
        assertThat(file.name()).isEqualTo("rows.txt");
        assertThat(file.content().lines()).hasSize(30).allMatch(line -> line.contains(" is refused: "));
    }

    @Test
    void notesComeAsAFile() {
        Said reply = (Said) bench.offer("songs.json", "[{\"name\":\"Rain\",\"emotions\":\"joy, swagger\"}]");

        assertThat(reply.text()).contains("1 new").doesNotContain("swagger");
        assertThat(reply.files().getFirst().content()).startsWith("Row 1: ").contains("swagger");
    }

    @Test
    void whileOthersImportNothingIsLostByAsking() throws Exception {
        AdminReply question = bench.offer("songs.json", SONGS);
        AdminReply busy;
        try (Intake other = bench.intake.begin("import", "1", false, false).orElseThrow()) {
            assertThat(other).isNotNull();
            assertThat(bench.offer("more.json", SONGS).text()).startsWith("Another import or a reindex is under way");
            assertThat(bench.files()).hasSize(1);

            busy = bench.tap(question, "Import");

            assertThat(busy.text()).startsWith("Another import or a reindex is under way");
            assertThat(bench.titles()).isEmpty();
        }
        assertThat(bench.tap(busy, "Import").text()).startsWith("songs.json: 3 rows");
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsLostByAsking() throws Exception {
        AdminReply question = bench.offer("songs.json", SONGS);
        bench.pool.close();

        AdminReply away = bench.tap(question, "Import");

        assertThat(away.text()).startsWith("The database does not answer: nothing was imported.");
        assertThat(Bench.action(away, "Import")).isEqualTo(Bench.action(question, "Import"));
        assertThat(bench.files()).hasSize(1);
    }

    @Test
    void aFailedFetchIsToldAndLeavesNothing() throws Exception {
        AdminReply reply = bench.offer(new Upload("songs.json", 10, MOST, file -> {
            Files.writeString(file, "[{");
            throw new IOException("Telegram did not answer.");
        }));

        assertThat(reply.text()).isEqualTo("songs.json could not be fetched. Telegram did not answer.");
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void aBugLeavesNoFileEither() throws Exception {
        Upload upload = new Upload("songs.json", 10, MOST, file -> {
            Files.writeString(file, "[{");
            throw new IllegalStateException("a bug");
        });

        assertThatIllegalStateException().isThrownBy(() -> bench.offer(upload));
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void whatIsCancelledWhileItIsFetchedIsNotTakenIn() throws Exception {
        List<String> cancelled = new ArrayList<>();

        AdminReply reply = bench.offer(new Upload("songs.json", 10, MOST, file -> {
            cancelled.add(bench.command("/cancel").text());
            cancelled.add(bench.command("/cancel").text());
            Files.writeString(file, SONGS);
        }));

        assertThat(cancelled)
                .containsExactly("The import ends with the song that it is at.", "Nothing is under way here.");
        assertThat(reply.text()).endsWith("Cancelled at row 1. Nothing was imported.");
        assertThat(Bench.buttons(reply)).isEmpty();
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void anImportThatIsCancelledKeepsWhatItHas() throws Exception {
        AdminReply question = bench.offer("songs.json", SONGS);

        AdminReply reply = bench.desk.tapped(OPERATOR, Bench.action(question, "Import"), progress -> {
            if (progress.startsWith("importing row 1")) {
                bench.command("/cancel");
            }
        });

        assertThat(reply.text()).contains("Cancelled at row 1. What was imported until then stays");
        assertThat(bench.titles()).containsExactly("Rain");
        assertThat(bench.refreshed).hasValue(1);
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void anIndexThatCannotBeBuiltIsTold() throws Exception {
        bench.indexFails = true;

        AdminReply reply = bench.tap(bench.offer("songs.json", SONGS), "Import");

        assertThat(reply.text()).contains("The index could not be built (no room for the index)");
        assertThat(bench.titles()).hasSize(2);
    }

    @Test
    void filesAreTheirOwnersAlone() throws Exception {
        Files.createDirectories(bench.directory);
        Files.setPosixFilePermissions(bench.directory, PosixFilePermissions.fromString("rwxrwxrwx"));

        bench.offer("songs.json", SONGS);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void whatAKilledProgramLeftIsDeleted() throws Exception {
        Files.createDirectories(bench.directory);
        Path left = left("left.offered", Duration.ofMinutes(61));
        Path young = left("young.offered", Duration.ofMinutes(59));
        Path other = left("notes.txt", Duration.ofDays(9));

        bench.desk().close();

        assertThat(left).doesNotExist();
        assertThat(young).exists();
        assertThat(other).exists();
    }

    @Test
    void whatWaitsHereIsNotTakenForSuchAFile() throws Exception {
        AdminReply question = bench.offer("songs.json", SONGS);
        Path old = bench.files().getFirst();
        Files.setLastModifiedTime(old, FileTime.from(bench.clock.instant().minus(Duration.ofDays(1))));

        bench.offer("more.json", SONGS);

        assertThat(bench.tap(question, "Import").text()).startsWith("songs.json: 3 rows");
    }

    private Path left(String name, Duration age) throws IOException {
        Path file = Files.writeString(bench.directory.resolve(name), "[]");
        return Files.setLastModifiedTime(
                file, FileTime.from(bench.clock.instant().minus(age)));
    }

    @Test
    void lyricsGoNowhereButIntoTheDatabase() throws Exception {
        Said question = (Said) bench.offer("songs.json", SONGS);
        Said done = (Said) bench.tap(question, "Import");

        assertThat(question.text() + question.files() + done.text() + done.files() + bench.progress)
                .doesNotContain("kettle");
        assertThat(Query.column(bench.pool, "SELECT words FROM lyric")).containsExactly("the kettle sings");
    }
}
