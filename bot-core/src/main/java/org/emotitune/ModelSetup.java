package org.emotitune;

import org.emotitune.config.LlmSettings;
import org.emotitune.llm.LanguageModel.Setup;
import org.emotitune.llm.Ledger.Limits;
import org.emotitune.llm.Ledger.Price;
import org.emotitune.llm.PromptStyle;
import org.jspecify.annotations.Nullable;

/** What the operator has set of a language model, as its package takes it. */
final class ModelSetup {
    private ModelSetup() {}

    /** @return null where no language model is used */
    static @Nullable Setup of(LlmSettings settings) {
        LlmSettings.Server server = settings.server();
        if (server == null) {
            return null;
        }
        LlmSettings.Manner manner = settings.manner();
        return new Setup(
                server.address(),
                server.key(),
                server.chatModel(),
                server.embeddingModel(),
                switch (manner.style()) {
                    case EMOTITUNE -> PromptStyle.EMOTITUNE;
                    case ARTICLE -> PromptStyle.ARTICLE;
                },
                manner.perMessage(),
                manner.concurrency(),
                manner.songsPerRequest());
    }

    static Limits limits(LlmSettings settings) {
        LlmSettings.Budget budget = settings.budget();
        LlmSettings.Price price = settings.price();
        return new Limits(
                budget.tokensPerDay(),
                budget.tokensPerJob(),
                budget.moneyPerDay(),
                budget.moneyPerJob(),
                price == null ? null : new Price(price.input(), price.output()));
    }
}
