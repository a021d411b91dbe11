package org.emotitune.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.emotitune.reception.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which chats got another id or are gone, and who wants to know. Thread-safe. */
final class Whereabouts {
    private static final Logger log = LoggerFactory.getLogger(Whereabouts.class);
    private static final int MOST = 10_000;

    private final Cache<Long, Long> moves =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private volatile LongConsumer ofGone = chat -> {};
    private volatile BiConsumer<Long, Long> ofMoved = (from, to) -> {};

    void listen(LongConsumer gone, BiConsumer<Long, Long> moved) {
        ofGone = gone;
        ofMoved = moved;
    }

    long current(long chat) {
        Long to = moves.getIfPresent(chat);
        return to == null ? chat : to;
    }

    /** May be told several times; listeners hear it once. */
    void moved(long chat, long to) {
        Long before = moves.asMap().put(chat, to);
        if (before == null || before != to) {
            tell(() -> ofMoved.accept(chat, to));
        }
    }

    void gone(long chat) {
        tell(() -> ofGone.accept(chat));
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.error("What follows from a chat that is gone or moved failed.\n{}", Trace.withoutWords(e));
        }
    }
}
