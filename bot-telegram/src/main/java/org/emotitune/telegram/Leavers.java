package org.emotitune.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.emotitune.conversation.Reply;

/** People who leave the bot are forgotten, with what is kept of answers that they did not wait for. Thread-safe. */
final class Leavers {
    private static final int MOST = 10_000;
    /** Longer than any answer takes. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final LongConsumer forget;
    /** How often each has left. */
    private final Cache<Long, Integer> lately =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /** @param forget deletes what is kept of a person; may block */
    Leavers(LongConsumer forget) {
        this.forget = forget;
    }

    /** Somebody has left. Blocks. */
    void left(long person) {
        lately.asMap().merge(person, 1, Integer::sum);
        forget.accept(person);
    }

    /** To be asked for when somebody's message comes in. @return the same, and forgets them if they have left since */
    Consumer<Reply> watching(long person, Consumer<Reply> visitor) {
        int before = times(person);
        return reply -> {
            visitor.accept(reply);
            if (times(person) != before) {
                forget.accept(person);
            }
        };
    }

    private int times(long person) {
        return Objects.requireNonNullElse(lately.getIfPresent(person), 0);
    }
}
