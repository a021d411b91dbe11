package org.emotitune.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emotitune.testing.TestSource.song;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.emotitune.emotion.Profile;
import org.emotitune.intake.ImportReport.Ending;
import org.emotitune.intake.IntakeStore.Row;
import org.emotitune.intake.IntakeStore.Waiting;
import org.emotitune.song.SongFacts;
import org.emotitune.testing.ListedIntake;
import org.emotitune.testing.TestProfiles;
import org.emotitune.testing.TestSource;
import org.emotitune.testing.TestVocabulary;
import org.junit.jupiter.api.Test;

class ImporterTest implements ImportListener {
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
    void goodRowsAreKeptAndBadOnesTold() {
        ImportReport report = run(song(1), new SourceRow.Refused(2, "no title"), song(3), song(1));

        assertThat(told).containsExactly("2 refused: no title");
        assertThat(titles()).containsExactly("Song 1", "Song 3", "Song 1");
        assertThat(report)
                .isEqualTo(new ImportReport(
                        false, 4, 2, 0, 1, 1, 0, 0, 0, Map.of(), new Waiting(0, 0), new Ending.Whole()));
        assertThat(read).isEqualTo(4);
        assertThat(store.closed).isTrue();
    }

    @Test
    void lyricsAreCleanedAndHashed() {
        run(song(1, "  la la  ", Map.of()), song(2, "   ", Map.of()), song(3, "la\0la", Map.of()));

        assertThat(store.rows).extracting(Row::lyrics).containsExactly("la la", null, "la la");
        assertThat(store.rows).extracting(Row::lyricsHash).containsExactly("hash of la la", null, "hash of la la");
    }

    @Test
    void lyricsAreInNoText() {
        run(song(1, "kettle", Map.of()));

        assertThat(store.rows.toString()).doesNotContain("kettle");
    }

    @Test
    void emotionsBecomeWordsOfTheVocabulary() {
        ImportReport report = run(
                song(1, null, Map.of("joyful", 0.5)),
                song(2, null, Map.of("hope", 1.0)),
                song(3, null, Map.of("blorp", 1.0)),
                song(4));

        assertThat(store.rows)
                .extracting(Row::profile)
                .containsExactly(Profile.of(Map.of("joy", 0.5), Map.of()), TestProfiles.feeling("hope"), null, null);
        assertThat(store.rows).extracting(Row::terms).containsExactly(List.of("joyful"), null, List.of("blorp"), null);
        assertThat(told)
                .containsExactly(
                        "3: none of its words is an emotion word ('blorp'); the song is taken without a profile");
        assertThat(report.mappings()).isEqualTo(Map.of("joyful", "joy"));
        assertThat(report.mapped()).isEqualTo(1);
        assertThat(report.withProfile()).isEqualTo(2);
        assertThat(report.withoutProfile()).isEqualTo(2);
    }

    @Test
    void whatIsNoWordOfTheVocabularyIsToldWithItsRow() {
        Terms terms = new Terms(Map.of("joy", 1.0, "blorp", 0.5), Map.of("party", 1.0, "spoons", 0.5));

        ImportReport report =
                run(TestSource.offered(17, new SongFacts(null, "Song", "Singer", null, null, null, null), null, terms));

        assertThat(told)
                .containsExactly(
                        "17: 'blorp' is no emotion word and was left out", "17: 'spoons' is no theme and was left out");
        assertThat(report.noted()).isEqualTo(2);
    }

    @Test
    void manyRowsAreKeptInParts() {
        run(LongStream.rangeClosed(1, 2500).mapToObj(TestSource::song).toArray(SourceRow[]::new));

        assertThat(store.parts).containsExactly(1000, 1000, 500);
    }

    @Test
    void longLyricsMakeSmallerParts() {
        String lyrics = "x".repeat(1_000_000);

        run(LongStream.rangeClosed(1, 9)
                .mapToObj(i -> song(i, lyrics, Map.of()))
                .toArray(SourceRow[]::new));

        assertThat(store.parts).containsExactly(4, 4, 1);
    }

    @Test
    void aTrialDoesNotTellWhatWaits() {
        ImportReport report =
                importer.run(new TestSource(song(1)), new Importer.Options(true, false), this, () -> false);

        assertThat(report.trial()).isTrue();
        assertThat(report.waiting()).isNull();
    }

    private ImportReport run(SourceRow... rows) {
        return importer.run(new TestSource(rows), KEEP, this, () -> false);
    }

    private List<String> titles() {
        return store.rows.stream().map(row -> row.song().facts().title()).toList();
    }
}
