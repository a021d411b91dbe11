package org.emotitune.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.emotitune.catalog.VocabularyReport;
import org.emotitune.reindex.Estimate;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.Spent;
import org.emotitune.reindex.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobTextsTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private static final Spent PAID = new Spent(500, 500_000, 61_000, OptionalDouble.of(0.349));

    @Test
    void aRunningJobTellsWhatItHasMetSoFar() {
        JobReport report =
                report(State.RUNNING, Stage.LYRICS, null, Map.of("the service is away", 1L, "no lyrics found", 1_200L));

        assertThat(JobTexts.status(report, Spent.NONE)).isEqualTo("""
                job 7, asked for by terminal at 2026-03-01T10:00:00Z: running. looking for lyrics 400 of 1,000, 4.0 a second,\
                 2 min 30 s left
                  1,200 songs: no lyrics found
                  1 song: the service is away""");
    }

    @Test
    void aJobUnderWayTellsWhatItHasCost() {
        JobReport report = report(State.RUNNING, Stage.EMOTIONS, null, Map.of("no lyrics found", 3L));

        assertThat(JobTexts.status(report, PAID)).endsWith("""
                2 min 30 s left
                  The language model was asked 500 times: 500,000 tokens in, 61,000 out (1,402 a song), 0.35.
                  3 songs: no lyrics found""");
        assertThat(JobTexts.progress(report, PAID)).endsWith(" left, 561,000 tokens, 0.35");
        assertThat(JobTexts.progress(report, Spent.NONE)).endsWith(" left");
    }

    @Test
    void aJobThatDidNotGetToItsEndTellsWhatItHasCost() {
        JobReport report = report(State.CANCELLED, Stage.LYRICS, "cancelled", Map.of());

        assertThat(JobTexts.summary(report, PAID, "a file tells which")).isEqualTo("""
                cancelled
                  The language model was asked 500 times: 500,000 tokens in, 61,000 out, 0.35.""");
    }

    @Test
    void aJobThatIsDoneHasToldItInItsMessage() {
        JobReport report = report(State.DONE, Stage.INDEX, "All done.", Map.of());

        assertThat(JobTexts.summary(report, PAID, "a file tells which")).isEqualTo("All done.");
        assertThat(JobTexts.status(report, PAID)).endsWith("done. All done.");
    }

    private static JobReport report(State state, Stage stage, @Nullable String message, Map<String, Long> troubles) {
        return new JobReport(
                7,
                state,
                false,
                "terminal",
                stage,
                400,
                1_000,
                START,
                START,
                0,
                START.plusSeconds(100),
                null,
                message,
                troubles);
    }

    @Test
    void whatAModelWouldCostIsAnUpperBound() {
        assertThat(JobTexts.estimate(estimate(10, OptionalDouble.of(0.5)))).isEqualTo("""
                songs to read:               1
                lyrics to look for:          0
                popularities to look for:    0
                calls of a language model:   about 10
                tokens (input, output):      about 0, 0
                money:                       about 0.50
                (what this model has read before is known and costs nothing)""");
        assertThat(JobTexts.estimate(estimate(10, OptionalDouble.empty()))).contains("about 10", "unknown (set");
        assertThat(JobTexts.estimate(estimate(0, OptionalDouble.of(0)))).endsWith(" 0.00");
    }

    @Test
    void theWordsThatWereLeftOutMostAreNamed() {
        VocabularyReport report = new VocabularyReport(term -> term.equals("joy"));
        report.add(List.of("joy", "swagger"), List.of("joy"));
        for (int word = 10; word < 35; word++) {
            report.add(List.of("swagger", "stray\u001b" + word), List.of());
        }

        String words = JobTexts.words(report.figures());

        assertThat(words).contains("""
                words left out                        26
                  26 songs: swagger
                  1 song: stray?10
                  1 song: stray?11
                """);
        assertThat(words).endsWith("1 song: stray?28").doesNotContain(": joy");
    }

    @Test
    void moneyAboveTheLimitIsAskedAbout() {
        assertThat(JobTexts.isCostly(estimate(10, OptionalDouble.of(1.01)), 1)).isTrue();
        assertThat(JobTexts.isCostly(estimate(100_000, OptionalDouble.of(1)), 1))
                .isFalse();
    }

    @Test
    void manyCallsWithoutAPriceAreAskedAbout() {
        assertThat(JobTexts.isCostly(estimate(501, OptionalDouble.empty()), 1)).isTrue();
        assertThat(JobTexts.isCostly(estimate(500, OptionalDouble.empty()), 1)).isFalse();
    }

    private static Estimate estimate(double calls, OptionalDouble money) {
        return new Estimate(1, 0, 0, calls, 0, 0, money);
    }
}
