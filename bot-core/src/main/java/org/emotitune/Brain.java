package org.emotitune;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.OptionalDouble;
import javax.sql.DataSource;
import org.emotitune.config.LlmSettings;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.llm.LanguageModel;
import org.emotitune.llm.LanguageModel.Books;
import org.emotitune.llm.LanguageModel.Setup;
import org.emotitune.llm.Ledger;
import org.emotitune.llm.Tokens;
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
        return spent(use.calls(), use.tokens());
    }

    /** What a day of UTC has cost so far, messages and jobs together. */
    Spent spentOn(LocalDate day) {
        Collection<Ledger.Use> uses = ledger.on(day).values();
        return spent(
                uses.stream().mapToLong(Ledger.Use::calls).sum(),
                uses.stream().map(Ledger.Use::tokens).reduce(Tokens.NONE, Tokens::plus));
    }

    private Spent spent(long calls, Tokens tokens) {
        Ledger.Price price = limits.price();
        OptionalDouble money = price == null ? OptionalDouble.empty() : OptionalDouble.of(price.of(tokens));
        return new Spent(calls, tokens.input(), tokens.output(), money);
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
