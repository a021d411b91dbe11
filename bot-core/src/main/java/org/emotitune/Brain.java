package org.emotitune;

import java.time.InstantSource;
import java.util.OptionalDouble;
import javax.sql.DataSource;
import org.emotitune.config.LlmSettings;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.llm.LanguageModel;
import org.emotitune.llm.LanguageModel.Books;
import org.emotitune.llm.LanguageModel.Setup;
import org.emotitune.llm.Ledger;
import org.emotitune.postgres.PgKnownReadings;
import org.emotitune.postgres.PgLedger;
import org.emotitune.reindex.Spent;
import org.jspecify.annotations.Nullable;

/**
 * The language model of the settings.
 *
 * @param ledger what it costs
 */
record Brain(Setup setup, LanguageModel model, Ledger ledger, Ledger.Limits limits) {

    /** What a job has cost so far. */
    Spent spent(long job) {
        Ledger.Use use = ledger.job(job);
        Ledger.Price price = limits.price();
        return new Spent(
                use.calls(),
                use.tokens().input(),
                use.tokens().output(),
                price == null ? OptionalDouble.empty() : OptionalDouble.of(price.of(use.tokens())));
    }

    /** @return null where no model is set */
    static @Nullable Brain of(LlmSettings settings, Vocabulary vocabulary, DataSource dataSource, InstantSource clock) {
        Setup setup = ModelSetup.of(settings);
        if (setup == null) {
            return null;
        }
        Ledger.Limits limits = ModelSetup.limits(settings);
        Ledger ledger = new PgLedger(dataSource, limits, clock);
        Books books = new Books(ledger, new PgKnownReadings(dataSource));
        return new Brain(setup, new LanguageModel(setup, vocabulary, books, clock), ledger, limits);
    }
}
