package org.emotitune.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;

/**
 * Answers queries of the inline mode, which come with every letter or two that somebody types: only the newest of each
 * person, from memory where the same was asked before, and not more than is fair. Nothing is remembered of people, and
 * queries only for minutes, beside their replies. Somebody in danger waits for nothing and is never refused.
 * Thread-safe.
 */
final class InlineAnswers {
    private static final int FEWEST_LETTERS = 2;
    private static final int MOST_PEOPLE = 10_000;

    private final Predicate<IncomingMessage> urgent;
    private final Results results;
    private final Pace pace;
    private final InlineWork work;
    private final InlineReplies replies;
    /** Of each person the query that waits; a person's next one opens the latch. */
    private final Cache<Long, CountDownLatch> newest =
            Caffeine.newBuilder().maximumSize(MOST_PEOPLE).build();

    /** What answers look like. */
    interface Results {
        /** @param query id of the query */
        AnswerInlineQuery of(Reply reply, String query);

        /** For a query that says nothing yet, or cannot be answered now. */
        AnswerInlineQuery invitation(Language language, String query);
    }

    /**
     * How much is answered how fast. Durations are real time.
     *
     * @param pause how long a query waits for the next letter
     * @param turn how long it waits at most while others are worked on
     * @param whole from a query to its answer at most
     * @param atOnce how many are worked on at the same time
     * @param perPerson how many new ones of a person in five minutes
     */
    record Pace(Duration pause, Duration turn, Duration whole, int atOnce, int perPerson) {
        static final Pace USUAL = new Pace(Duration.ofMillis(350), Duration.ofSeconds(3), Duration.ofSeconds(8), 8, 40);
    }

    /**
     * @param conversation may take its time and fail; called on virtual threads
     * @param urgent whether somebody may be in danger; takes no time
     * @param clock for what is remembered and allowed
     */
    InlineAnswers(
            Function<IncomingMessage, Reply> conversation,
            Predicate<IncomingMessage> urgent,
            Results results,
            Pace pace,
            InstantSource clock) {
        this.urgent = urgent;
        this.results = results;
        this.pace = pace;
        this.work = new InlineWork(conversation, pace.atOnce(), pace.turn());
        this.replies = new InlineReplies(work, new InlineAllowances(pace.perPerson(), MOST_PEOPLE, clock), clock);
    }

    /**
     * Takes a query in and returns at once; to be called in the order in which they come.
     *
     * @return gives the answer, once; blocks. Empty where the person has typed on meanwhile
     */
    Supplier<Optional<AnswerInlineQuery>> take(Inbound.Asked asked) {
        long deadline = System.nanoTime() + pace.whole().toNanos();
        CountDownLatch typedOn = new CountDownLatch(1);
        CountDownLatch before = newest.asMap().put(asked.person().id(), typedOn);
        if (before != null) {
            before.countDown();
        }
        return () -> answer(asked, typedOn, deadline);
    }

    private Optional<AnswerInlineQuery> answer(Inbound.Asked asked, CountDownLatch typedOn, long deadline) {
        try {
            Optional<Reply> reply = reply(asked, typedOn, deadline);
            // Somebody in danger is let in first, so that what they typed before may come behind it.
            boolean typed = typedOn.getCount() == 0 && !isUrgent(asked.text().strip(), asked.person());
            return typed ? Optional.empty() : Optional.of(shown(reply, asked));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            newest.asMap().remove(asked.person().id(), typedOn);
        }
    }

    private AnswerInlineQuery shown(Optional<Reply> reply, Inbound.Asked asked) {
        return reply.isPresent()
                ? results.of(reply.get(), asked.query())
                : results.invitation(asked.person().locale(), asked.query());
    }

    /** @return empty where nothing was said yet, and where it cannot be answered now */
    private Optional<Reply> reply(Inbound.Asked asked, CountDownLatch typedOn, long deadline)
            throws InterruptedException {
        Person person = asked.person();
        String text = asked.text().strip();
        if (isUrgent(text, person)) {
            return await(work.atOnce(text, person), deadline);
        }
        if (!saysSomething(text)) {
            return Optional.empty();
        }
        InlineReplies.Question question = InlineReplies.Question.of(text, person);
        Optional<CompletableFuture<Reply>> reply = replies.known(question);
        if (reply.isEmpty() && !typedOn.await(pace.pause().toNanos(), TimeUnit.NANOSECONDS)) {
            reply = replies.reply(question, text, person);
        }
        return reply.isEmpty() ? Optional.empty() : await(reply.get(), deadline);
    }

    private static Optional<Reply> await(CompletableFuture<Reply> reply, long deadline) throws InterruptedException {
        try {
            return Optional.of(reply.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty(); // a failure is in the log already
        }
    }

    private boolean isUrgent(String text, Person person) {
        try {
            return urgent.test(InlineWork.message(text, person));
        } catch (RuntimeException e) {
            return true; // the mistake that harms nobody; the conversation will tell the log
        }
    }

    /** Two letters, or an emoji; no command. */
    private static boolean saysSomething(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        boolean emoji = text.codePoints().anyMatch(Character::isEmojiPresentation);
        return !text.startsWith("/") && (letters >= FEWEST_LETTERS || emoji);
    }
}
