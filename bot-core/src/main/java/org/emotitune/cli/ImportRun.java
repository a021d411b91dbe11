package org.emotitune.cli;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.emotitune.intake.CatalogSource;
import org.emotitune.intake.ImportListener;
import org.emotitune.intake.ImportReport;
import org.emotitune.intake.ImportReport.Ending;
import org.emotitune.intake.Importer;
import org.emotitune.intake.IntakeStore.Waiting;
import picocli.CommandLine.ExitCode;

/** An import in the terminal: the outcome on standard output, progress and failures on standard error. */
final class ImportRun {
    /** What shells call a program that Ctrl-C has ended. */
    static final int INTERRUPTED = 130;

    /**
     * @param allProblems whether to tell of every row there is something to say about, as it comes
     */
    record Choice(boolean dryRun, boolean keepLyrics, boolean allProblems) {}

    private final Importer importer;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final InstantSource clock;

    /** @param terminal whether standard error is one */
    ImportRun(Importer importer, PrintStream out, PrintStream err, boolean terminal, InstantSource clock) {
        this.importer = importer;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    /**
     * @param stop asked at every row: whether to end with what has been read
     * @return exit code: 0 if anything was taken, 2 if there was nothing to take, 1 if the database failed
     */
    int run(CatalogSource source, Choice choice, BooleanSupplier stop) {
        ImportProblems problems = new ImportProblems(out, choice.allProblems());
        ImportReport report;
        try (ImportProgress progress = new ImportProgress(source, err, terminal && !choice.allProblems(), clock)) {
            Importer.Options options = new Importer.Options(choice.dryRun(), choice.keepLyrics());
            report = importer.run(source, options, new Rows(problems, progress), stop);
        }
        problems.print();
        print(report, source.name());
        return outcome(report, source.name());
    }

    private record Rows(ImportProblems problems, ImportProgress progress) implements ImportListener {
        @Override
        public void refused(long row, String reason) {
            problems.refused(row, reason);
        }

        @Override
        public void noted(long row, String note) {
            problems.noted(row, note);
        }

        @Override
        public void read(long rows) {
            progress.read(rows);
        }
    }

    private void print(ImportReport report, String name) {
        out.println("%s%,d rows of %s: %,d added, %,d changed, %,d unchanged, %,d refused"
                .formatted(
                        report.trial() ? "Dry run, nothing was kept. " : "",
                        report.read(),
                        name,
                        report.added(),
                        report.changed(),
                        report.unchanged(),
                        report.refused()));
        out.println("%,d came with emotions, %,d without".formatted(report.withProfile(), report.withoutProfile()));
        if (report.mapped() > 0) {
            out.println("Taken as words of the vocabulary (%,d times): %s"
                    .formatted(report.mapped(), mappings(report.mappings())));
        }
        Waiting waiting = report.waiting();
        if (waiting != null && waiting.toRead() > 0) {
            out.println("%s to be read: run ./emotitune reindex".formatted(songs(waiting.toRead(), "waits", "wait")));
        }
        if (waiting != null && waiting.toLookUp() > 0) {
            out.println("%s neither lyrics nor emotions: ./emotitune reindex asks for their lyrics, if it may"
                    .formatted(songs(waiting.toLookUp(), "has", "have")));
        }
    }

    private static String songs(long number, String one, String many) {
        return number == 1 ? "1 song " + one : "%,d songs %s".formatted(number, many);
    }

    private static String mappings(Map<String, String> mappings) {
        String all = mappings.entrySet().stream()
                .map(each -> "%s → %s".formatted(ImportProblems.printable(each.getKey()), each.getValue()))
                .collect(Collectors.joining(", "));
        return mappings.size() < ImportReport.MOST_MAPPINGS ? all : all + ", …";
    }

    private int outcome(ImportReport report, String name) {
        return switch (report.ending()) {
            case Ending.Whole() -> usable(report, "no row of %s can be used".formatted(name));
            case Ending.Unreadable(String message) -> {
                String rest = report.taken() > 0 ? " What follows was not read." : "";
                err.println("emotitune: " + ImportProblems.printable(message) + rest);
                yield report.taken() > 0 ? ExitCode.OK : ExitCode.USAGE;
            }
            case Ending.Interrupted() -> {
                err.println("emotitune: interrupted after row %d; %s".formatted(report.read(), kept(report)));
                yield INTERRUPTED;
            }
            case Ending.StoreFailed(long row, String message) -> {
                err.println("emotitune: %s; the import ended after row %d; %s"
                        .formatted(ImportProblems.printable(message), row, kept(report)));
                yield ExitCode.SOFTWARE;
            }
        };
    }

    private static String kept(ImportReport report) {
        return report.trial() ? "nothing was kept" : "what was kept stays, the same import goes on from there";
    }

    private int usable(ImportReport report, String problem) {
        if (report.taken() == 0) {
            err.println("emotitune: " + problem);
            return ExitCode.USAGE;
        }
        return ExitCode.OK;
    }
}
