package org.emotitune.llm;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.emotitune.doctor.Check;
import org.emotitune.doctor.Finding;
import org.emotitune.emotion.Vocabulary;
import org.emotitune.emotion.WordEmbeddings;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.llm.LanguageModel.Setup;
import org.emotitune.web.Policy;
import org.emotitune.web.WebClient;
import org.jspecify.annotations.Nullable;

/**
 * Tries the server of a language model: one list of models, one or two harmless messages, two words to embed. That costs
 * what a message or two cost, and counts as that.
 */
public final class ServerCheck implements Check {
    static final String SUBJECT = "language model";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * What is tried.
     *
     * @param level that the server was found to have, once the message was read
     * @param embeddings null where words are embedded in this process
     */
    record Trials(
            ModelList models,
            TrialMessage message,
            Supplier<OutputLevel> level,
            @Nullable WordEmbeddings embeddings) {}

    private final Setup setup;
    private final Trials trials;
    private final boolean hasPrice;
    private final @Nullable Spending spending;

    ServerCheck(Setup setup, Trials trials, boolean hasPrice, @Nullable Spending spending) {
        this.setup = setup;
        this.trials = trials;
        this.hasPrice = hasPrice;
        this.spending = spending;
    }

    /**
     * @param ledger null where the database cannot be had: then nothing is told of the budget
     * @param clock tells which day it is
     */
    public static ServerCheck of(
            Setup setup, Ledger.Limits limits, Vocabulary vocabulary, @Nullable Ledger ledger, Clock clock) {
        Prompts prompts = new Prompts(vocabulary, setup.style());
        Dialect dialect = new Dialect();
        ChatServer server = new ChatServer(setup, dialect, client(patience(setup)));
        TrialMessage message =
                new TrialMessage(server, prompts.message(TrialMessage.TEXT), prompts::again, ledger, System::nanoTime);
        ModelList models = new ModelList(client(PATIENCE), setup.base(), setup.key());
        return new ServerCheck(
                setup,
                new Trials(models, message, () -> dialect.way().level(), embeddings(setup, ledger)),
                limits.price() != null,
                ledger == null ? null : new Spending(limits, ledger, clock));
    }

    private static @Nullable WordEmbeddings embeddings(Setup setup, @Nullable Ledger ledger) {
        String model = setup.embeddingModel();
        if (model == null) {
            return null;
        }
        WordEmbeddings words = new OpenAiWordEmbeddings(setup, model, client(PATIENCE), PATIENCE);
        return ledger == null ? words : new CountedWordEmbeddings(words, ledger);
    }

    /** Makes one attempt and waits for nothing that the server asks for. */
    private static WebClient client(Duration time) {
        return new WebClient(
                "the server",
                new Policy(PATIENCE, time, 4_000_000, 1, Duration.ZERO, Duration.ofMinutes(1)),
                wait -> {});
    }

    /** Longer than a message may take, so that it is seen how long it takes. */
    private static Duration patience(Setup setup) {
        return setup.perMessage().compareTo(PATIENCE) > 0 ? setup.perMessage() : PATIENCE;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(precautions());
        ModelList.Outcome models = trials.models().ask();
        List<Finding> obstacles = ServerFindings.obstacles(setup, models);
        findings.addAll(obstacles);
        if (obstacles.isEmpty()) {
            findings.addAll(message(models));
        }
        findings.addAll(spending());
        return findings;
    }

    /** What is to be said before anything is tried. */
    private List<Finding> precautions() {
        List<Finding> findings = new ArrayList<>();
        boolean far = !HomeNetwork.holds(setup.base());
        if (far && setup.key() != null && "http".equals(setup.base().getScheme())) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "key and messages go over the network for everybody to read (http)",
                    "set OPENAI_BASE_URL to an address that begins with https://"));
        }
        if (far && !hasPrice) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "its price is not set, so that no cost can be told and money not be limited",
                    "set LLM_PRICE_INPUT and LLM_PRICE_OUTPUT, money for a million tokens"));
        }
        return findings;
    }

    private List<Finding> message(ModelList.Outcome models) {
        Duration within = patience(setup);
        TrialMessage.Outcome outcome = trials.message().read(within);
        if (outcome instanceof TrialMessage.Read read && MessageFindings.isSlow(setup, read.time())) {
            // The first message may have loaded the model, and found out what the server can.
            outcome = faster(read, trials.message().read(within));
        }
        List<Finding> findings = new ArrayList<>(ServerFindings.told(setup, models, outcome));
        if (outcome instanceof TrialMessage.Read && setup.style() == PromptStyle.EMOTITUNE) {
            findings.add(ServerFindings.level(trials.level().get()));
        }
        WordEmbeddings embeddings = trials.embeddings();
        findings.add(embeddings == null ? EmbeddingTrial.none() : EmbeddingTrial.of(embeddings));
        return findings;
    }

    private static TrialMessage.Outcome faster(TrialMessage.Read first, TrialMessage.Outcome second) {
        return second instanceof TrialMessage.Read read && read.time().compareTo(first.time()) < 0 ? read : first;
    }

    private List<Finding> spending() {
        if (spending == null) {
            return List.of();
        }
        try {
            return spending.findings();
        } catch (StoreUnavailableException e) {
            return List.of(Finding.failed(
                    "budget", "what is used today cannot be read: " + e.getMessage(), "check the database"));
        }
    }
}
