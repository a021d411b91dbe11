package org.emotitune.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.testing.TestSource.song;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.emotitune.intake.CatalogSource;
import org.emotitune.intake.Importer;
import org.emotitune.intake.SourceRow;
import org.emotitune.testing.ListedIntake;
import org.emotitune.testing.TestSource;
import org.emotitune.testing.TestVocabulary;
import org.junit.jupiter.api.Test;

class ImportRunTest {
    private static final ImportRun.Choice PLAIN = new ImportRun.Choice(false, false, false);

    private final ListedIntake store = new ListedIntake();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void tellsWhatCameOfIt() {
        int code = run(
                new TestSource(
                        song(1, "la la", Map.of()),
                        new SourceRow.Refused(2, "popularity is no number: 'lots\u001b[2J'"),
                        song(3, null, Map.of("joyful", 1.0, "blorp", 0.5)),
                        song(3)),
                PLAIN);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "row 2 refused: popularity is no number: 'lots?[2J'",
                        "row 3: 'blorp' is no emotion word and was left out",
                        "4 rows of songs.json: 2 added, 0 changed, 1 unchanged, 1 refused",
                        "1 came with emotions, 2 without",
                        "Taken as words of the vocabulary (1 times): joyful → joy",
                        "1 song waits to be read: run ./emotitune reindex");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void aDryRunSaysThatNothingWasKept() {
        int code = run(new TestSource(song(1)), new ImportRun.Choice(true, false, false));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Dry run, nothing was kept. 1 rows of songs.json: 1 added");
        assertThat(code).isZero();
    }

    @Test
    void ofThousandsOfProblemsAHundredAreShown() {
        TestSource source = refusedRows(5000);

        int code = run(source, PLAIN);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(103)
                .startsWith("row 1 refused: no title")
                .contains("… and 4900 more refused rows, 0 more notes: --all-problems shows all");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("emotitune: no row of songs.json can be used\n");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void allProblemsAreShownToWhoeverAsks() {
        run(refusedRows(5000), new ImportRun.Choice(false, false, true));

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(5002);
    }

    @Test
    void aFileThatCannotBeReadIsWrongUse() {
        int code = run(new TestSource(List.of(), "songs.json is no JSON"), PLAIN);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("emotitune: songs.json is no JSON\n");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void aFileThatBreaksOffWasStillOfUse() {
        int code = run(new TestSource(List.of(song(1)), "the file breaks off"), PLAIN);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("emotitune: the file breaks off What follows was not read.\n");
        assertThat(code).isZero();
    }

    @Test
    void aDatabaseThatFailsIsAFailureAndWhatWasKeptIsTold() {
        store.room = 1;

        int code = run(
                new TestSource(
                        LongStream.rangeClosed(1, 3000)
                                .mapToObj(TestSource::song)
                                .toList(),
                        null),
                PLAIN);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("emotitune: the database did not answer: broken pipe; the import ended after row 1000; "
                        + "what was kept stays, the same import goes on from there\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1,000 added");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void whoeverInterruptsIsToldWhatIsKept() {
        int code = importRun(false, () -> Instant.EPOCH).run(new TestSource(song(1), song(2)), PLAIN, () -> true);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 added");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("interrupted after row 1");
        assertThat(code).isEqualTo(130);
    }

    private int run(CatalogSource source, ImportRun.Choice choice) {
        return importRun(false, () -> Instant.EPOCH).run(source, choice, () -> false);
    }

    private ImportRun importRun(boolean terminal, InstantSource clock) {
        Importer importer = new Importer(store, new TestVocabulary(), String::strip, text -> "hash of " + text);
        return new ImportRun(importer, printing(out), printing(err), terminal, clock);
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static TestSource refusedRows(int count) {
        return new TestSource(
                LongStream.rangeClosed(1, count)
                        .<SourceRow>mapToObj(number -> new SourceRow.Refused(number, "no title"))
                        .toList(),
                null);
    }
}
