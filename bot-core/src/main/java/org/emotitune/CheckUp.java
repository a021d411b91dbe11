package org.emotitune;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.emotitune.config.LlmSettings;
import org.emotitune.config.Settings;
import org.emotitune.db.DatabaseException;
import org.emotitune.doctor.Check;
import org.emotitune.doctor.Finding;
import org.emotitune.doctor.Finding.Level;
import org.emotitune.emotion.VocabularyFiles;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.llm.LanguageModel.Setup;
import org.emotitune.llm.Ledger;
import org.emotitune.llm.Ledger.Limits;
import org.emotitune.llm.ServerCheck;
import org.emotitune.postgres.PgLedger;
import org.jspecify.annotations.Nullable;

/** Opens what the doctor looks at, as far as it can be opened, and has it checked. */
public final class CheckUp {
    private final Consumer<Finding> tell;
    private Level worst = Level.OK;

    private CheckUp(Consumer<Finding> tell) {
        this.tell = tell;
    }

    /**
     * @param progress told, in a few words, what takes its time
     * @param tell told every finding as soon as it is there
     * @return the worst level of all findings
     */
    public static Level run(
            Settings settings,
            Map<String, String> environment,
            Clock clock,
            Consumer<String> progress,
            Consumer<Finding> tell) {
        CheckUp checkUp = new CheckUp(finding -> {
            progress.accept("");
            tell.accept(finding);
        });
        try (Database database = checkUp.database(settings, environment, progress)) {
            progress.accept("asking the language model");
            checkUp.check("language model", languageModel(settings.llm(), database, clock));
        }
        return checkUp.worst;
    }

    /** @return null if it cannot be opened */
    private @Nullable Database database(Settings settings, Map<String, String> environment, Consumer<String> progress) {
        try {
            Database database = Database.open(settings, environment, progress);
            tell(Finding.ok(
                    "database",
                    "opens, its schema is at version " + database.migration().to()));
            return database;
        } catch (DatabaseException e) {
            String where = settings.database() == null ? "EMOTITUNE_HOME" : "DATABASE_URL";
            String message = String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
            tell(Finding.failed("database", message, "check %s (README.md, The database)".formatted(where)));
            return null;
        }
    }

    private static Check languageModel(LlmSettings settings, @Nullable Database database, Clock clock) {
        Setup setup = ModelSetup.of(settings);
        if (setup == null) {
            return () -> List.of(new Finding(
                    Level.OK,
                    "language model",
                    "none set; messages and songs are read by the built-in readers, which are weaker",
                    "set OPENAI_API_KEY or OPENAI_BASE_URL"));
        }
        Limits limits = ModelSetup.limits(settings);
        return () -> ServerCheck.of(setup, limits, VocabularyFiles.load(), ledger(database, limits, clock), clock)
                .findings();
    }

    private static @Nullable Ledger ledger(@Nullable Database database, Limits limits, Clock clock) {
        return database == null ? null : new PgLedger(database.pool(), limits, clock);
    }

    private void check(String subject, Check check) {
        try {
            check.findings().forEach(this::tell);
        } catch (StoreUnavailableException e) {
            tell(Finding.failed(subject, "the check broke off: " + e.getMessage(), "check the database"));
        } catch (RuntimeException e) {
            // Its message may hold whatever was sent.
            String what = e.getClass().getSimpleName();
            tell(Finding.failed(subject, "the check broke off unexpectedly (%s)".formatted(what), "report it"));
        }
    }

    private void tell(Finding finding) {
        worst = finding.level().compareTo(worst) > 0 ? finding.level() : worst;
        tell.accept(finding);
    }
}
