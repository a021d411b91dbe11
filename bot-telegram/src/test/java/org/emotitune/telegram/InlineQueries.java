package org.emotitune.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.junit.jupiter.api.AfterEach;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;

/** People who ask, a conversation that says what it was asked, and a clock that stands still. */
abstract class InlineQueries {
    static final Duration LONG = Duration.ofSeconds(60);
    static final Person ANA = new Person(42, null, Language.SPANISH, "MX");
    static final Person LEO = new Person(43, null, Language.ENGLISH, null);

    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final Queue<IncomingMessage> asked = new ConcurrentLinkedQueue<>();
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
    final AtomicInteger ids = new AtomicInteger();

    /** The answer's next offset tells what is answered: "!" for the invitation. */
    static final InlineAnswers.Results RESULTS = new InlineAnswers.Results() {
        @Override
        public AnswerInlineQuery of(Reply reply, String query) {
            String text = reply instanceof Reply.Question question ? question.text() : reply.outcome();
            return AnswerInlineQuery.builder()
                    .inlineQueryId(query)
                    .results(List.of())
                    .nextOffset(text)
                    .build();
        }

        @Override
        public AnswerInlineQuery invitation(Language language, String query) {
            return AnswerInlineQuery.builder()
                    .inlineQueryId(query)
                    .results(List.of())
                    .nextOffset("!" + language.code())
                    .build();
        }
    };

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    static InlineAnswers.Pace pace(Duration pause) {
        return new InlineAnswers.Pace(pause, LONG, LONG, 8, 40);
    }

    InlineAnswers answers(InlineAnswers.Pace pace, Function<String, Reply> conversation) {
        return new InlineAnswers(
                message -> {
                    asked.add(message);
                    return conversation.apply(text(message));
                },
                message -> text(message).contains("die"),
                RESULTS,
                pace,
                now::get);
    }

    InlineAnswers answers(Function<String, Reply> conversation) {
        return answers(pace(Duration.ZERO), conversation);
    }

    static String text(IncomingMessage message) {
        return message.content() instanceof Text(String text, var ignored) ? text : "a tap";
    }

    static Reply reply(String text) {
        return new Reply.Question(Language.ENGLISH, null, "re: " + text, List.of());
    }

    static Reply crisis() {
        return new Reply.Crisis(Language.ENGLISH, List.of(), List.of(), "later");
    }

    Inbound.Asked query(Person person, String text) {
        return new Inbound.Asked("q" + ids.incrementAndGet(), person, text);
    }

    String ask(InlineAnswers answers, Person person, String text) {
        return shown(answers.take(query(person, text)).get());
    }

    static String shown(Optional<AnswerInlineQuery> answer) {
        return answer.map(AnswerInlineQuery::getNextOffset).orElse("");
    }

    Future<String> askBeside(InlineAnswers answers, Person person, String text) {
        Supplier<Optional<AnswerInlineQuery>> answer = answers.take(query(person, text));
        return threads.submit(() -> shown(answer.get()));
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T soon(Future<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    static Reply after(CountDownLatch latch, String text) {
        await(latch);
        return reply(text);
    }
}
