package org.emotitune.llm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.emotitune.testing.LocalOpenAi;
import org.emotitune.web.Policy;
import org.emotitune.web.WebClient;
import org.jspecify.annotations.Nullable;

/** A model on a local server, and what is asked of it in tests. */
final class ChatRig implements AutoCloseable {
    static final String KEY = "sk-SECRET";
    static final String MODEL = "small-model";
    static final Duration TIME = Duration.ofSeconds(30);

    static final Prompt MESSAGE = prompt(Prompt.Form.MESSAGE);
    static final Prompt WORDS = prompt(Prompt.Form.WORDS);

    final LocalOpenAi openAi = new LocalOpenAi();
    final Dialect dialect = new Dialect();
    final List<String> told = new CopyOnWriteArrayList<>();
    final ChatServer server;

    ChatRig() {
        this(KEY, 4);
    }

    ChatRig(@Nullable String key, int concurrency) {
        server = new ChatServer(setup(openAi.base(), key, concurrency), dialect, web(2));
    }

    static Prompt prompt(Prompt.Form form) {
        return new Prompt(form, "Read the emotions.", "As JSON.", "As a list.", "\"WRITTEN by somebody\"", 1, 100);
    }

    static LanguageModel.Setup setup(URI base, @Nullable String key, int concurrency) {
        return new LanguageModel.Setup(
                base, key, MODEL, null, PromptStyle.EMOTITUNE, Duration.ofSeconds(4), concurrency, 1);
    }

    WebClient web(int attempts) {
        Policy policy = new Policy(
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                1_000_000,
                attempts,
                Duration.ofSeconds(60),
                Duration.ofMinutes(1));
        return new WebClient("The model", policy, told::add);
    }

    Answer ask() {
        return server.ask(MESSAGE, TIME);
    }

    /** What the last request asked for, in a few words. */
    String lastAsked() {
        LocalOpenAi.Asked asked = openAi.asked().getLast();
        String temperature = asked.body().has("temperature") ? "" : " no-temperature";
        String limit = asked.body().has("max_completion_tokens") ? " max_completion_tokens" : "";
        return (asked.responseFormat().isEmpty() ? "list" : asked.responseFormat()) + temperature + limit;
    }

    @Override
    public void close() {
        openAi.close();
    }
}
