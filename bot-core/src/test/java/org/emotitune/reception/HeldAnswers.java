package org.emotitune.reception;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.Reply;
import org.emotitune.emotion.Language;
import org.jspecify.annotations.Nullable;

/** Echoes what was said, but only when it is allowed to. */
final class HeldAnswers implements Function<IncomingMessage, Reply> {
    private static final int PATIENCE_SECONDS = 20;
    private static final int ALL = 1_000_000;

    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final Semaphore allowed = new Semaphore(0);

    @Override
    public Reply apply(IncomingMessage message) {
        begun.add(Incoming.words(message));
        try {
            allowed.acquire();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        return echo(message);
    }

    static Reply echo(IncomingMessage message) {
        return new Reply.Acknowledgement(Language.ENGLISH, Incoming.words(message), List.of());
    }

    /** What the next message says that comes in work, as soon as one does. */
    String nextBegun() {
        try {
            @Nullable String words = begun.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (words == null) {
                throw new AssertionError("nothing came in work");
            }
            return words;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean nothingElseHasBegun() {
        return begun.isEmpty();
    }

    void allowOne() {
        allowed.release();
    }

    void allowAll() {
        allowed.release(ALL);
    }
}
