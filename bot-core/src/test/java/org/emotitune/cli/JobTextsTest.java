package org.emotitune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.emotitune.reindex.Estimate;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.Stage;
import org.junit.jupiter.api.Test;

class JobTextsTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void aRunningJobTellsWhatItHasMetSoFar() {
        JobReport report = new JobReport(
                7,
                State.RUNNING,
                false,
                "terminal",
                Stage.LYRICS,
                400,
                1_000,
                START,
                START,
                0,
                START.plusSeconds(100),
                null,
                null,
                Map.of("the service is away", 1L, "no lyrics found", 1_200L));

        assertThat(JobTexts.status(report)).isEqualTo("""
                job 7, asked for by terminal at 2026-03-01T10:00:00Z: running. looking for lyrics 400 of 1,000, 4.0 a second,\
                 2 min 30 s left
                  1,200 songs: no lyrics found
                  1 song: the service is away""");
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
