package org.emotitune.llm;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.emotitune.doctor.Finding;
import org.emotitune.emotion.WordEmbeddings;
import org.emotitune.llm.LanguageModel.Setup;
import org.emotitune.testing.SettableClock;
import org.emotitune.web.Policy;
import org.emotitune.web.WebClient;
import org.jspecify.annotations.Nullable;

/** A check of a server over real HTTP whose model answers from a script, on a clock that the script moves. */
final class DoctorRig implements Asking {
    static final String KEY = "sk-SECRET";
    static final Tokens TOKENS = new Tokens(1900, 52);

    private static final Duration PER_MESSAGE = Duration.ofSeconds(4);
    private static final Policy HASTY = new Policy(
            Duration.ofSeconds(5), Duration.ofMillis(700), 1_000_000, 1, Duration.ZERO, Duration.ofMinutes(1));
    private static final Answer GOOD = answer("""
            {"language":"en","emotions":[{"word":"joy","weight":0.9}],"themes":[],"danger":false}""");
    static final Answer CUT = new Answer("", true, false, TOKENS);

    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Clock CLOCK = new SettableClock(Instant.parse("2026-03-01T23:59:00Z"));
    private static final Prompt PROMPT =
            new Prompt(Prompt.Form.MESSAGE, "Read this.", "In JSON.", "As lines.", "\"Yes!\"", 1, 500);

    /** One answer of the model, good or bad. */
    interface Turn {
        Answer take();
    }

    private final URI base;
    private final Deque<Turn> turns = new ArrayDeque<>();
    private final AtomicLong nanos = new AtomicLong();
    final List<Prompt> asked = new ArrayList<>();
    private @Nullable String key = KEY;
    private @Nullable Ledger ledger;
    private @Nullable WordEmbeddings embeddings;
    private OutputLevel level = OutputLevel.JSON_SCHEMA;
    private Ledger.Limits limits = limits(null);

    DoctorRig(URI base) {
        this.base = base;
    }

    static Ledger.Limits limits(Ledger.@Nullable Price price) {
        return new Ledger.Limits(1_000_000, Long.MAX_VALUE, price == null ? Double.POSITIVE_INFINITY : 2, 9, price);
    }

    static Answer answer(String text) {
        return new Answer(text, false, false, TOKENS);
    }

    DoctorRig withoutKey() {
        key = null;
        return this;
    }

    DoctorRig with(Ledger kept, Ledger.Limits given) {
        ledger = kept;
        limits = given;
        return this;
    }

    DoctorRig with(WordEmbeddings model) {
        embeddings = model;
        return this;
    }

    DoctorRig at(OutputLevel found) {
        level = found;
        return this;
    }

    /** The model answers usably after a time. */
    DoctorRig answersAfter(long millis) {
        return takes(millis, () -> GOOD);
    }

    DoctorRig takes(long millis, Turn turn) {
        turns.add(() -> {
            nanos.addAndGet(Duration.ofMillis(millis).toNanos());
            return turn.take();
        });
        return this;
    }

    List<Finding> findings() {
        Setup setup = new Setup(base, key, "gpt-4.1-mini", null, PromptStyle.EMOTITUNE, PER_MESSAGE, 8, 1);
        WebClient client = new WebClient("the server", HASTY, wait -> {});
        TrialMessage message = new TrialMessage(this, PROMPT, DoctorRig::again, ledger, nanos::get);
        ServerCheck.Trials trials =
                new ServerCheck.Trials(new ModelList(client, base, key), message, () -> level, embeddings);
        Spending spending = ledger == null ? null : new Spending(limits, ledger, CLOCK);
        return new ServerCheck(setup, trials, limits.price() != null, spending).findings();
    }

    @Override
    public Tokens most(Prompt prompt) {
        return new Tokens(3000, prompt.mostTokens());
    }

    @Override
    public Answer ask(Prompt prompt, Duration within) {
        if (within.compareTo(PER_MESSAGE) < 0) {
            throw new AssertionError("too little time to find out how slow it is: " + within);
        }
        asked.add(prompt);
        return turns.size() > 1 ? turns.removeFirst().take() : turns.getFirst().take();
    }

    private static Prompt again(Prompt prompt, String reason) {
        return new Prompt(
                prompt.form(), prompt.instructions(), prompt.asJson(), prompt.asList(), prompt.data() + reason, 1, 500);
    }
}
