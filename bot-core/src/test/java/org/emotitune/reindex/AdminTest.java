package org.emotitune.reindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.emotitune.reindex.JobBoard.SongTrouble;
import org.emotitune.reindex.Restorer.Restored;
import org.emotitune.song.SongId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdminTest {
    private static final Caller STRANGER = new Caller("telegram", List.of("9"), true);
    private static final Caller OPERATOR = new Caller("telegram", List.of("1", "-100"), true);
    private static final Restored OLDER = new Restored.Older(12);

    private final StubBoard board = new StubBoard();
    private final Admin admin = new Admin(
            new Authority(Map.of("telegram", Set.of("1")), Set.of("telegram")),
            board,
            everything -> estimate(everything ? 10 : 1),
            this::restored,
            job -> new Spent(job, 1, 1, OptionalDouble.empty()));

    private static Estimate estimate(long songs) {
        return new Estimate(songs, 0, 0, songs, 0, 0, OptionalDouble.empty());
    }

    private Restored restored() {
        board.asked.add("restore");
        return OLDER;
    }

    @Test
    void strangersGetNothingAtAll() {
        StringBuilder written = new StringBuilder();
        Stream<ThrowingCallable> calls = Stream.of(
                () -> admin.check(STRANGER),
                () -> admin.start(STRANGER, true),
                () -> admin.estimate(STRANGER, true),
                () -> admin.progress(STRANGER),
                () -> admin.job(STRANGER, 7),
                () -> admin.spent(STRANGER, 7),
                () -> admin.cancel(STRANGER),
                () -> admin.lastReports(STRANGER, 3),
                () -> admin.failuresCsv(STRANGER, 7, written),
                () -> admin.restore(STRANGER));

        assertThat(calls)
                .allSatisfy(call ->
                        assertThatExceptionOfType(NotAllowedException.class).isThrownBy(call));
        assertThat(board.asked).isEmpty();
        assertThat(written).isEmpty();
    }

    @Test
    void aJobIsStartedInTheNameOfItsCaller() {
        admin.start(OPERATOR, true);
        admin.start(Caller.atTheTerminal(), false);

        assertThat(board.asked).containsExactly("start true by telegram 1", "start false by terminal");
    }

    @Test
    void anEstimateIsOfWhatWouldBeDone() {
        assertThat(admin.estimate(OPERATOR, true)).isEqualTo(estimate(10));
        assertThat(admin.estimate(OPERATOR, false)).isEqualTo(estimate(1));
    }

    @Test
    void whatAJobHasCostIsTold() {
        assertThat(admin.spent(OPERATOR, 5).calls()).isEqualTo(5);
    }

    @Test
    void aJobIsFollowedAndCancelled() {
        assertThat(admin.progress(OPERATOR)).isEmpty();
        assertThat(admin.cancel(OPERATOR)).isFalse();

        admin.start(OPERATOR, false);

        assertThat(admin.progress(OPERATOR)).isPresent();
        assertThat(admin.job(OPERATOR, 7)).isPresent();
        assertThat(admin.job(OPERATOR, 8)).isEmpty();
        assertThat(admin.lastReports(OPERATOR, 3)).hasSize(1);
        assertThat(admin.cancel(OPERATOR)).isTrue();
    }

    @Test
    void theOlderIndexComesBackUnlessAJobIsNotOver() {
        assertThat(admin.restore(OPERATOR)).isEqualTo(OLDER);

        admin.start(OPERATOR, false);
        board.asked.clear();

        assertThat(admin.restore(OPERATOR)).isEqualTo(new Restored.Busy());
        assertThat(board.asked).doesNotContain("restore");
    }

    @Test
    void troublesAreATableForSpreadsheets() throws IOException {
        admin.start(OPERATOR, false);
        board.troubles.add(trouble("1234567890123456789012", "Rain, \"again\"", "Ana", true, "the service is away"));
        board.troubles.add(trouble(null, "Ñandú\nzwei", null, false, "no lyrics found"));
        StringBuilder written = new StringBuilder();

        assertThat(admin.failuresCsv(OPERATOR, 7, written)).isTrue();

        assertThat(written).hasToString("""
                spotify_id,title,artist,stage,kind,reason\r
                1234567890123456789012,"Rain, ""again""\",Ana,lyrics,failure,the service is away\r
                "","Ñandú
                zwei",,lyrics,lack,no lyrics found\r
                """);
    }

    @Test
    void noCellIsAFormula() throws IOException {
        admin.start(OPERATOR, false);
        board.troubles.add(trouble(null, "=1+1", "+cmd", true, "@SUM(A1)"));
        board.troubles.add(trouble(null, "-2+3", "\t=1", true, "a=b"));
        board.troubles.add(trouble(null, "\r=1", "1-1", true, "ok"));
        StringBuilder written = new StringBuilder();

        admin.failuresCsv(OPERATOR, 7, written);

        assertThat(written.toString())
                .contains("'=1+1,'+cmd,lyrics,failure,'@SUM(A1)")
                .contains("'-2+3,'\t=1,lyrics,failure,a=b")
                .contains("\"'\r=1\",1-1,lyrics,failure,ok");
    }

    @Test
    void ofAnUnknownJobNothingIsWritten() throws IOException {
        StringBuilder written = new StringBuilder();

        assertThat(admin.failuresCsv(OPERATOR, 8, written)).isFalse();

        assertThat(written).isEmpty();
    }

    @Test
    void aFullDiskIsToldAsItIs() {
        admin.start(OPERATOR, false);
        board.troubles.add(trouble(null, "Rain", null, false, "no lyrics found"));
        Writer full = new FullDisk();

        assertThatIOException()
                .isThrownBy(() -> admin.failuresCsv(OPERATOR, 7, full))
                .withMessage("no space left");
    }

    private static SongTrouble trouble(
            @Nullable String spotifyId, String title, @Nullable String artist, boolean failure, String reason) {
        return new SongTrouble(spotifyId, title, artist, new Trouble(new SongId(1), Stage.LYRICS, failure, reason));
    }

    /** Takes the header and no more. */
    private static final class FullDisk extends Writer {
        private boolean headerIsOver;

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            if (headerIsOver) {
                throw new IOException("no space left");
            }
            headerIsOver = new String(characters, from, length).contains("\n");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
