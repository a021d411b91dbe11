package org.emotitune.telegram;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Options;
import org.emotitune.conversation.IncomingMessage.Sender;
import org.emotitune.conversation.IncomingMessage.Text;
import org.emotitune.conversation.Reply;
import org.emotitune.recommend.Aim;
import org.emotitune.recommend.Order;
import org.emotitune.recommend.Wishes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has queries answered by the conversation, so many at the same time, each on a virtual thread. What has begun is
 * brought to its end although nobody may wait for it any more: the same is asked again soon. Thread-safe.
 */
final class InlineWork {
    private static final Logger log = LoggerFactory.getLogger(InlineWork.class);

    private static final int SONGS = 10;
    private static final Options OPTIONS = new Options(null, Wishes.NONE, Aim.MATCH, Order.POPULARITY, SONGS);

    private final Function<IncomingMessage, Reply> conversation;
    private final Semaphore turns;
    private final Duration longestWait;

    /** @param longestWait how long a query waits for its turn */
    InlineWork(Function<IncomingMessage, Reply> conversation, int atOnce, Duration longestWait) {
        this.conversation = conversation;
        this.turns = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /** Nothing is remembered of whoever writes in any chat. */
    static IncomingMessage message(String text, Person person) {
        return new IncomingMessage(new Sender(null, person.locale(), person.country()), new Text(text, OPTIONS));
    }

    /** @param reply completed in any case: exceptionally if there was no turn in time, or no reply */
    void inTurn(String text, Person person, CompletableFuture<Reply> reply) {
        Thread.ofVirtual().name("inline").start(() -> {
            try {
                if (!turns.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
                    reply.completeExceptionally(new RejectedExecutionException("too many queries"));
                    return;
                }
            } catch (InterruptedException e) {
                reply.completeExceptionally(e);
                return;
            }
            try {
                complete(reply, text, person);
            } finally {
                turns.release();
            }
        });
    }

    /** Without waiting for a turn. */
    CompletableFuture<Reply> atOnce(String text, Person person) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Thread.ofVirtual().name("inline-at-once").start(() -> complete(reply, text, person));
        return reply;
    }

    private void complete(CompletableFuture<Reply> reply, String text, Person person) {
        try {
            reply.complete(Objects.requireNonNull(conversation.apply(message(text, person)), "no reply"));
        } catch (Throwable e) { // whatever it is, somebody waits; its message may quote what they wrote
            StackTraceElement[] trace = e.getStackTrace();
            log.error(
                    "An inline query could not be answered: {} at {}",
                    e.getClass().getName(),
                    trace.length == 0 ? "an unknown place" : trace[0]);
            reply.completeExceptionally(e);
        }
    }
}
