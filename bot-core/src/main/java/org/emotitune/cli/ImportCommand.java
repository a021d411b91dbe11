package org.emotitune.cli;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotitune.Workshop;
import org.emotitune.config.Settings;
import org.emotitune.intake.CatalogSource;
import org.emotitune.intake.UnreadableSourceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings songs into the catalog. */
@Command(
        name = "import",
        description = "Bring songs into the catalog, from JSON, CSV, or a Spotify playlist of yours (docs/songs.md).",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A file, or the link of a playlist.")
    private String source = "";

    @Option(names = "--dry-run", description = "Tell what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--all-problems", description = "Tell of every row that is refused, not only of the first ones.")
    private boolean allProblems;

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        Settings settings = Settings.of(environment);
        try (Progress progress = new Progress();
                Workshop workshop = Workshop.open(settings, environment, Clock.systemUTC(), progress, Terminal::tell)) {
            progress.accept("");
            int code = imported(
                    workshop, workshop.source(source), settings.sources().keepLyrics());
            if (!dryRun && code != ImportRun.INTERRUPTED) {
                progress.accept("building the song index");
                workshop.refreshIndex();
            }
            return code == ExitCode.OK ? Terminal.outcome() : code;
        } catch (UnreadableSourceException e) {
            System.err.println("emotitune: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private int imported(Workshop workshop, CatalogSource songs, boolean keepLyrics) {
        ImportRun run =
                new ImportRun(workshop.importer(), System.out, System.err, Terminal.isPerson(), Clock.systemUTC());
        try (StopSignal stop = new StopSignal()) {
            workshop.beforeExit(stop::stop);
            return run.run(songs, new ImportRun.Choice(dryRun, keepLyrics, allProblems), stop);
        } finally {
            workshop.beforeExit(() -> {});
        }
    }
}
