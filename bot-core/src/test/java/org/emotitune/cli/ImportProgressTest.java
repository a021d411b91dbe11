package org.emotitune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.emotitune.intake.CatalogSource;
import org.emotitune.intake.Importer;
import org.emotitune.intake.SourceRow;
import org.emotitune.testing.ListedIntake;
import org.emotitune.testing.TestSource;
import org.emotitune.testing.TestVocabulary;
import org.junit.jupiter.api.Test;

class ImportProgressTest {
    private static final ImportRun.Choice PLAIN = new ImportRun.Choice(false, false, false);

    private final ListedIntake store = new ListedIntake();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aPipeGetsALineNowAndThen() {
        Instant[] now = {Instant.EPOCH};
        CatalogSource source = new CatalogSource() {
            private long done;

            @Override
            public String name() {
                return "x";
            }

            @Override
            public String popularitySource() {
                return "import";
            }

            @Override
            public void read(Consumer<SourceRow> rows) {
                for (done = 1; done <= 30; done++) {
                    now[0] = now[0].plusSeconds(1);
                    rows.accept(new SourceRow.Refused(done, "no title"));
                }
            }

            @Override
            public Optional<Extent> extent() {
                return Optional.of(new Extent(done, 100));
            }
        };

        importRun(false, () -> now[0]).run(source, PLAIN, () -> false);

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .startsWith(
                        "10 rows, 1 a second, 1:30 min left",
                        "20 rows, 1 a second, 1:20 min left",
                        "30 rows, 1 a second, 1:10 min left");
    }

    @Test
    void aTerminalGetsABar() {
        importRun(true, InstantSource.system())
                .run(
                        new TestSource(
                                LongStream.rangeClosed(1, 300)
                                        .mapToObj(TestSource::song)
                                        .toList(),
                                null),
                        PLAIN,
                        () -> false);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("importing", "300 rows");
    }

    @Test
    void theEndOfTheProgramWaitsForAGoodPoint() {
        StopSignal signal = new StopSignal();
        Thread end = Thread.ofPlatform().start(signal::stop);

        while (!signal.getAsBoolean()) {
            Thread.onSpinWait();
        }
        assertThat(end.isAlive()).isTrue();
        signal.close();

        assertThat(end).satisfies(thread -> thread.join(10_000)).matches(thread -> !thread.isAlive());
    }

    private ImportRun importRun(boolean terminal, InstantSource clock) {
        Importer importer = new Importer(store, new TestVocabulary(), String::strip, text -> "hash of " + text);
        return new ImportRun(importer, printing(out), printing(err), terminal, clock);
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
