package org.emotitune.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.emotitune.Workshop;
import org.emotitune.admin.JobTexts;
import org.emotitune.config.Settings;
import org.emotitune.reindex.Admin;
import org.emotitune.reindex.Caller;
import org.emotitune.reindex.Estimate;
import org.emotitune.reindex.JobBoard.Started;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.Restorer.Restored;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Reads the songs that need it and builds the index, or tells of that job. */
@Command(
        name = "reindex",
        description = "Read the songs that are new or have changed, and build the song index.",
        mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
    private static final Caller HERE = Caller.atTheTerminal();

    @Option(names = "--full", description = "Read songs again that have not changed.")
    private boolean full;

    @Option(names = "--yes", description = "Do not ask, whatever it costs.")
    private boolean yes;

    @ArgGroup
    private @Nullable Instead instead;

    /** What is done instead of a reindex; one of them. */
    static final class Instead {
        @Option(names = "--dry-run", description = "Tell what there is to do and what it would cost, and do nothing.")
        private boolean dryRun;

        @Option(names = "--status", description = "Tell how the job stands, or how the last ones ended.")
        private boolean status;

        @Option(names = "--cancel", description = "End the job that is under way. The index stays as it is.")
        private boolean cancel;

        @Option(names = "--words", description = "Report on the emotion words of the catalog.")
        private boolean words;

        @Option(names = "--restore", description = "Go back to the index before this one; again to come back.")
        private boolean restore;

        @Option(names = "--failures", paramLabel = "FILE", description = "Write what the last job could not do as CSV.")
        private @Nullable Path failures;
    }

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        Settings settings = Settings.of(environment);
        try (Progress progress = new Progress();
                Workshop workshop = Workshop.open(settings, environment, Clock.systemUTC(), progress, Terminal::tell)) {
            progress.accept("");
            Instead other = instead;
            int code = other == null ? reindex(workshop, settings.reindex().askAbove()) : instead(other, workshop);
            return code == ExitCode.OK ? Terminal.outcome() : code;
        }
    }

    private int instead(Instead other, Workshop workshop) {
        Admin admin = workshop.admin();
        if (other.words) {
            System.out.println(JobTexts.words(workshop.words()));
            return ExitCode.OK;
        }
        if (other.dryRun) {
            System.out.println(JobTexts.estimate(admin.estimate(HERE, full)));
            return ExitCode.OK;
        }
        if (other.status) {
            return status(admin);
        }
        if (other.cancel) {
            return said(admin.cancel(HERE), "The reindex ends; the index stays as it is.", "No reindex is under way.");
        }
        return other.restore ? restore(admin) : failures(admin, Objects.requireNonNull(other.failures));
    }

    private static int said(boolean done, String yes, String no) {
        System.out.println(done ? yes : no);
        return ExitCode.OK;
    }

    private static int status(Admin admin) {
        Optional<JobReport> current = admin.progress(HERE);
        List<JobReport> reports = admin.lastReports(HERE, 5);
        if (reports.isEmpty()) {
            System.out.println("There has been no reindex yet.");
        }
        Stream.concat(
                        current.stream(),
                        reports.stream()
                                .filter(report -> current.isEmpty()
                                        || report.id() != current.get().id()))
                .map(report -> JobTexts.status(report, admin.spent(HERE, report.id())))
                .forEach(System.out::println);
        return ExitCode.OK;
    }

    private static int restore(Admin admin) {
        return switch (admin.restore(HERE)) {
            case Restored.Older older -> {
                System.out.println(
                        "The index before this one is searched now; it has %,d songs. The same command changes back."
                                .formatted(older.songs()));
                yield ExitCode.OK;
            }
            case Restored.NoneKept() -> failed("there is no index before this one");
            case Restored.Busy() -> failed("a reindex is under way: cancel it first");
        };
    }

    private static int failures(Admin admin, Path file) {
        Optional<JobReport> last = admin.lastReports(HERE, 10).stream()
                .filter(report -> !report.troubles().isEmpty())
                .findFirst();
        if (last.isEmpty()) {
            return failed("no reindex has left anything undone lately");
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            admin.failuresCsv(HERE, last.get().id(), writer);
        } catch (IOException e) {
            String reason = e instanceof NoSuchFileException ? "there is no such directory" : e.getMessage();
            throw new UncheckedIOException("%s cannot be written: %s".formatted(file, reason), e);
        }
        System.out.println(
                "What job %d could not do is in %s.".formatted(last.get().id(), file));
        return ExitCode.OK;
    }

    private static int failed(String sentence) {
        System.err.println("emotitune: " + sentence);
        return ExitCode.SOFTWARE;
    }

    private int reindex(Workshop workshop, double askAbove) {
        Estimate estimate = workshop.admin().estimate(HERE, full);
        if (!yes && JobTexts.isCostly(estimate, askAbove) && !agreed(estimate)) {
            return ExitCode.USAGE;
        }
        try (JobFollower follower = new JobFollower(workshop.admin(), HERE)) {
            workshop.beforeExit(() -> Terminal.tell(
                    "Interrupted. The reindex goes on with the next ./emotitune reindex; --cancel ends it."));
            workshop.work();
            long job = switch (workshop.admin().start(HERE, full)) {
                case Started.Begun(var report) -> report.id();
                case Started.Busy(var report) -> {
                    Terminal.tell("A reindex that is not over, asked for by %s, goes on.".formatted(report.askedBy()));
                    yield report.id();
                }
            };
            JobReport ended = follower.follow(job);
            workshop.beforeExit(() -> {});
            System.out.println(
                    JobTexts.summary(ended, workshop.admin().spent(HERE, job), "reindex --failures FILE tells which"));
            return ended.state() == JobReport.State.DONE ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private static boolean agreed(Estimate estimate) {
        System.err.println(JobTexts.estimate(estimate));
        if (!Terminal.isPerson()) {
            System.err.println("emotitune: that costs money: say --yes to do it");
            return false;
        }
        String answer = Terminal.ask("Do it? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y(es)?|s[ií]?");
    }
}
