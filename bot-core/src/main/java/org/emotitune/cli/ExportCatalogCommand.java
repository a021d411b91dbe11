package org.emotitune.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotitune.Workshop;
import org.emotitune.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the catalog with its profiles. */
@Command(
        name = "export-catalog",
        description = "Write all songs that have a profile to FILE, as JSON that import takes.",
        mixinStandardHelpOptions = true)
final class ExportCatalogCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Replaced as soon as the new one is complete.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        try (Progress progress = new Progress();
                Workshop workshop = Workshop.open(
                        Settings.of(environment), environment, Clock.systemUTC(), progress, Terminal::tell)) {
            progress.accept("writing the catalog");
            System.out.println("%d songs written to %s.".formatted(workshop.export(file), file));
        }
        return Terminal.outcome();
    }
}
