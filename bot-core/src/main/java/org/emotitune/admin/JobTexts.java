package org.emotitune.admin;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.emotitune.catalog.VocabularyReport;
import org.emotitune.catalog.VocabularyReport.Figures;
import org.emotitune.intake.Shown;
import org.emotitune.reindex.Estimate;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.Spent;
import org.emotitune.reindex.Stage;
import org.jspecify.annotations.Nullable;

/** What admins are told of a reindex, at the terminal as in a chat. */
public final class JobTexts {
    /** Calls of a model without a known price that are made without asking. */
    private static final double CALLS = 500;

    /** How many of the words that were left out are named. */
    private static final int LEFT_OUT = 20;

    private JobTexts() {}

    /** Whether to ask before it is done. */
    public static boolean isCostly(Estimate estimate, double askAbove) {
        return estimate.money().isPresent() ? estimate.money().getAsDouble() > askAbove : estimate.calls() > CALLS;
    }

    /** A table, a line for each figure. */
    public static String estimate(Estimate estimate) {
        String most = estimate.calls() > 0 ? "about " : "";
        String money = estimate.money().isPresent()
                ? most + String.format(Locale.ROOT, "%.2f", estimate.money().getAsDouble())
                : "unknown (set LLM_PRICE_INPUT and LLM_PRICE_OUTPUT)";
        String known = most.isEmpty() ? "" : "\n(what this model has read before is known and costs nothing)";
        return """
                songs to read:               %,d
                lyrics to look for:          %,d
                popularities to look for:    %,d
                calls of a language model:   %s%,.0f
                tokens (input, output):      %s%,d, %,d
                money:                       %s%s""".formatted(
                        estimate.songsToRead(),
                        estimate.lyricsToLookUp(),
                        estimate.popularitiesToLookUp(),
                        most,
                        estimate.calls(),
                        most,
                        estimate.inputTokens(),
                        estimate.outputTokens(),
                        money,
                        known);
    }

    public static String stage(@Nullable Stage stage) {
        return stage == null
                ? "waiting"
                : switch (stage) {
                    case LYRICS -> "looking for lyrics";
                    case POPULARITY -> "looking for popularities";
                    case EMOTIONS -> "reading songs";
                    case WORDS -> "embedding words";
                    case INDEX -> "building the index";
                };
    }

    /** One line, without its end. */
    public static String progress(JobReport report, Spent spent) {
        StringBuilder line = new StringBuilder(stage(report.stage()));
        if (report.total() > 1) {
            line.append(" %,d of %,d".formatted(report.done(), report.total()));
        }
        report.rate().ifPresent(rate -> line.append(String.format(Locale.ROOT, ", %,.1f a second", rate)));
        report.timeLeft()
                .ifPresent(left -> line.append(", ").append(duration(left)).append(" left"));
        if (spent.calls() > 0) {
            line.append(", ").append(spent.brief());
        }
        return line.toString();
    }

    /** How a job stands or how it ended; several lines where it met troubles. */
    public static String status(JobReport report, Spent spent) {
        String state = report.state().name().toLowerCase(Locale.ROOT);
        String message = report.message() == null ? progress(report, Spent.NONE) : report.message();
        boolean saysState = message.toLowerCase(Locale.ROOT).startsWith(state);
        String line = "job %d, asked for by %s at %s: %s"
                .formatted(
                        report.id(),
                        report.askedBy(),
                        report.askedAt().truncatedTo(ChronoUnit.SECONDS),
                        saysState ? message : state + ". " + message);
        return line + costs(report, spent) + troubles(report);
    }

    /**
     * How a job ended.
     *
     * @param which says where it stands which songs had troubles
     */
    public static String summary(JobReport report, Spent spent, String which) {
        String hint = report.troubles().isEmpty() ? "" : "\n  (" + which + ")";
        return report.message() + costs(report, spent) + troubles(report) + hint;
    }

    /** The message of a job that is done tells it already. */
    private static String costs(JobReport report, Spent spent) {
        long songs = report.stage() == Stage.EMOTIONS ? report.done() : 0;
        return report.state() == State.DONE || spent.calls() == 0 ? "" : "\n  " + spent.sentence(songs);
    }

    private static String troubles(JobReport report) {
        StringBuilder lines = new StringBuilder();
        report.troubles()
                .forEach((reason, songs) ->
                        lines.append("\n  %,d %s: %s".formatted(songs, songs == 1 ? "song" : "songs", reason)));
        return lines.toString();
    }

    /** The effect of the controlled vocabulary on a catalog. */
    public static String words(Figures figures) {
        VocabularyReport.Words before = figures.before();
        VocabularyReport.Words after = figures.after();
        return String.format(
                Locale.ROOT,
                """
                emotion words of %,d songs           as heard   controlled
                distinct words                %10d   %10d   (%.1f %% fewer)
                derivative pairs              %10d   %10d
                entropy in bits               %10.2f   %10.2f
                mean overlap of two songs     %10.3f   %10.3f
                words left out                %10d%s""",
                figures.songs(),
                before.distinctWords(),
                after.distinctWords(),
                Math.abs(figures.reduction()),
                before.derivativePairs().size(),
                after.derivativePairs().size(),
                before.entropy(),
                after.entropy(),
                before.overlap(),
                after.overlap(),
                figures.leftOut().size(),
                leftOut(figures));
    }

    /** What the vocabulary lacks, or what a reader should not say. */
    private static String leftOut(Figures figures) {
        StringBuilder lines = new StringBuilder();
        figures.mostLeftOut(LEFT_OUT)
                .forEach(term -> lines.append(String.format(
                        Locale.ROOT,
                        "\n  %,d %s: %s",
                        term.songs(),
                        term.songs() == 1 ? "song" : "songs",
                        Shown.printable(term.term()))));
        return lines.toString();
    }

    private static String duration(Duration duration) {
        if (duration.toMinutes() >= 60) {
            return "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart());
        }
        return duration.toSeconds() >= 60
                ? "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                : "%d s".formatted(duration.toSeconds());
    }
}
