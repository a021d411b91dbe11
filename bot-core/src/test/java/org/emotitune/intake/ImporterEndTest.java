package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.emotitune.testing.TestSource.song;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.emotitune.intake.ImportReport.Ending;
import org.emotitune.testing.ListedIntake;
import org.emotitune.testing.TestSource;
import org.emotitune.testing.TestVocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImporterEndTest implements ImportListener {
    private static final Importer.Options KEEP = new Importer.Options(false, false);

    private final ListedIntake store = new ListedIntake();
    private final Importer importer =
            new Importer(store, new TestVocabulary(), String::strip, text -> "hash of " + text);
    private final List<String> told = new ArrayList<>();
    private long read;

    @Override
    public void refused(long row, String reason) {
        told.add(row + " refused: " + reason);
    }

    @Override
    public void noted(long row, String note) {
        told.add(row + ": " + note);
    }

    @Override
    public void read(long rows) {
        read = rows;
    }

    @Test
    void whatStandsBeforeAnUnreadableRestIsKept() {
        ImportReport report = importer.run(
                new TestSource(List.of(song(1), song(2)), "the file ends in the middle of a song"),
                KEEP,
                this,
                () -> false);

        assertThat(titles()).containsExactly("Song 1", "Song 2");
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.ending()).isEqualTo(new Ending.Unreadable("the file ends in the middle of a song"));
    }

    @Test
    void whenTheDatabaseFailsWhatWasKeptIsCounted() {
        store.room = 2;

        ImportReport report =
                run(LongStream.rangeClosed(1, 5000).mapToObj(TestSource::song).toArray(SourceRow[]::new));

        assertThat(report.added()).isEqualTo(2000);
        assertThat(report.read()).isEqualTo(2999);
        assertThat(report.ending()).isEqualTo(new Ending.StoreFailed(2000, "the database did not answer: broken pipe"));
        assertThat(store.closed).isTrue();
    }

    @Test
    void aDatabaseThatFailsAtTheVeryEndIsTold() {
        store.room = 1;

        ImportReport report = run(song(1));

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.ending()).isInstanceOf(Ending.StoreFailed.class);
    }

    @Test
    void aSecondImportIsRefused() {
        store.busy = true;

        assertThatExceptionOfType(CatalogBusyException.class).isThrownBy(() -> run(song(1)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverIsStoppedKeepsWhatWasRead(boolean byInterrupt) {
        ImportListener stopping = new ImportListener() {
            @Override
            public void refused(long row, String reason) {}

            @Override
            public void noted(long row, String note) {}

            @Override
            public void read(long rows) {
                read = rows;
                if (byInterrupt && rows == 1200) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        TestSource source = new TestSource(
                LongStream.rangeClosed(1, 5000).mapToObj(TestSource::song).toList(), null);

        ImportReport report = importer.run(source, KEEP, stopping, () -> !byInterrupt && read == 1200);

        assertThat(Thread.interrupted()).isEqualTo(byInterrupt);
        assertThat(report.ending()).isEqualTo(new Ending.Interrupted());
        assertThat(report.added()).isEqualTo(1200);
        assertThat(report.waiting()).isNotNull();
    }

    private ImportReport run(SourceRow... rows) {
        return importer.run(new TestSource(rows), KEEP, this, () -> false);
    }

    private List<String> titles() {
        return store.rows.stream().map(row -> row.song().facts().title()).toList();
    }
}
