package org.emotitune.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.emotitune.EmotiTune;
import org.emotitune.config.Settings;
import org.emotitune.db.Migration;
import picocli.CommandLine.Command;

/** Brings the schema of the database up to date. */
@Command(
        name = "migrate",
        description = "Bring the schema of the database up to date, and nothing else.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        try (Progress progress = new Progress()) {
            Migration migration = EmotiTune.migrate(Settings.of(environment), environment, progress);
            System.out.println(
                    migration.count() == 0
                            ? "The schema is up to date (version %s).".formatted(migration.to())
                            : "%d migrations applied; the schema is at version %s."
                                    .formatted(migration.count(), migration.to()));
        }
        return 0;
    }
}
