package org.emotitune.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.emotitune.llm.Dialect.Way;
import org.emotitune.lookup.ServiceUnavailableException;
import org.emotitune.web.Deadline;
import org.emotitune.web.Place;
import org.emotitune.web.Policy;
import org.emotitune.web.WebClient;

/**
 * A language model on a server that speaks OpenAI's API. Finds out by itself in which way it has to be asked, and asks
 * only so often at the same time. Thread-safe.
 */
final class ChatServer implements Asking {
    private final String model;
    private final String place;
    private final Dialect dialect;
    private final LlmHttp http;
    private final OpenAiChatModel chat;
    private final Gate gate;

    ChatServer(LanguageModel.Setup setup, Dialect dialect, WebClient web) {
        this.model = setup.chatModel();
        this.place = Place.of(setup.base());
        this.dialect = dialect;
        this.http = new LlmHttp(web);
        this.chat = OpenAiChatModel.builder()
                .httpClientBuilder(http.builder())
                .baseUrl(setup.base().toString())
                .apiKey(setup.key())
                .modelName(model)
                .strictJsonSchema(true)
                .returnThinking(true)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
        this.gate = new Gate(setup.concurrency());
    }

    /** Somebody waits: one quick retry at most. */
    static ChatServer forMessages(LanguageModel.Setup setup, Dialect dialect, Consumer<String> tell) {
        Policy policy = new Policy(
                Duration.ofSeconds(2), setup.perMessage(), 1_000_000, 2, Duration.ofSeconds(1), Duration.ofSeconds(30));
        return new ChatServer(setup, dialect, new WebClient("The language model", policy, tell));
    }

    /** Nobody waits, and a model on the operator's own machine may take a minute for a few songs. */
    static ChatServer forSongs(LanguageModel.Setup setup, Dialect dialect, Consumer<String> tell) {
        Policy policy = new Policy(
                Duration.ofSeconds(10),
                Duration.ofMinutes(3),
                4_000_000,
                5,
                Duration.ofMinutes(2),
                Duration.ofMinutes(1));
        return new ChatServer(setup, dialect, new WebClient("The language model", policy, tell));
    }

    @Override
    public Tokens most(Prompt prompt) {
        return new Tokens(ChatRequests.mostInput(prompt), ChatRequests.mostTokens(prompt, dialect.way()));
    }

    /**
     * Waits for a place among the calls; {@link #leave} gives it back. What is set aside for the call should be so
     * after this, as a call that never gets a place costs nothing.
     *
     * @param within for all of the call: some of it has to be left for the call itself
     * @throws CrowdedException if there was no place in time: nothing is to be given back
     * @throws ServiceUnavailableException if there is no time from the beginning, or the thread is interrupted
     */
    void enter(Duration within) {
        gate.enter(within);
    }

    /** Once for each {@link #enter} that went well. */
    void leave() {
        gate.leave();
    }

    /**
     * Waits for a place, asks, and gives the place back.
     *
     * @throws CrowdedException if there was no place in time
     */
    @Override
    public Answer ask(Prompt prompt, Duration within) {
        Deadline end = Deadline.in(within);
        enter(within);
        try {
            return askNow(prompt, end.left());
        } finally {
            leave();
        }
    }

    /** The same as the other one, where nothing was set aside. */
    Answer askNow(Prompt prompt, Duration within) {
        return askNow(prompt, most(prompt), within);
    }

    /**
     * Asks, in other ways too if the server wants it otherwise, without looking for a place.
     *
     * @param most as {@link #most} has told before; no longer answer is asked for, whatever was learnt meanwhile
     * @param within for all of it
     * @throws ServiceUnavailableException if there is no answer in time
     * @throws ServerRefusesException if the server does not do it for us, in whatever way it is asked
     */
    Answer askNow(Prompt prompt, Tokens most, Duration within) {
        Deadline end = Deadline.in(within);
        Set<Way> tried = new HashSet<>();
        Way way = dialect.way();
        boolean told = true;
        while (true) {
            tried.add(way);
            try {
                return answer(prompt, new Asked(way, told, most.output()), end);
            } catch (HttpException e) {
                Refusal refusal = Refusal.of(e);
                if (refusal.isOfLength() || refusal.isOfTheFilter()) {
                    return new Answer("", refusal.isOfLength(), !refusal.isOfLength(), Tokens.NONE);
                }
                Optional<Way> next = pointedTo(refusal, prompt, way, most)
                        .filter(other -> !tried.contains(other))
                        .findFirst();
                told &= next.isPresent();
                way = next.isPresent() ? next.get() : guess(refusal, ChatRequests.level(prompt, way), way);
            }
        }
    }

    /**
     * How it is asked.
     *
     * @param told whether all in which it differs from what is known was told by the server
     * @param most tokens of an answer
     */
    private record Asked(Way way, boolean told, long most) {}

    /** What was told or guessed is remembered only now that it has worked. */
    private Answer answer(Prompt prompt, Asked asked, Deadline end) {
        Way way = asked.way();
        Completion completion = Completion.of(
                prompt,
                http.within(end.left(), () -> chat.chat(ChatRequests.of(prompt, way, asked.most()))),
                ChatRequests.estimatedInput(prompt, way));
        OutputLevel level = ChatRequests.level(prompt, way);
        Way thinking = completion.thought() ? way.thinking() : way;
        boolean proves = level != OutputLevel.LIST && completion.readable();
        dialect.worked(proves ? thinking.proved() : thinking, asked.told());
        if (level != OutputLevel.LIST && completion.isProse()) {
            dialect.doubt(level);
        }
        return completion.answer();
    }

    private static Stream<Way> pointedTo(Refusal refusal, Prompt prompt, Way way, Tokens most) {
        boolean json = ChatRequests.level(prompt, way) != OutputLevel.LIST;
        return refusal.isOfTheForm()
                ? refusal.pointsTo(way, json, ChatRequests.limit(prompt, way, most.output()))
                : Stream.empty();
    }

    /**
     * Some servers only say that something is wrong. Before JSON has ever worked, it may be that.
     *
     * @throws RuntimeException if there is no other way left
     */
    private Way guess(Refusal refusal, OutputLevel level, Way way) {
        if (refusal.isForNow()) {
            throw refusal.unavailable("The language model at " + place);
        }
        if (level != OutputLevel.LIST && !way.proven() && refusal.mayBeOfAnything()) {
            return way.lower();
        }
        throw refusal.told(model, place);
    }
}
