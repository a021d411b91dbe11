package org.emotitune.telegram.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Taps and inline queries, which want an answer soon and once. Not thread-safe: the world's lock is around it. */
final class Queries {
    /** Nobody knows Telegram's own limit for sure; people lose their patience at about this. */
    static final Duration LIFE = Duration.ofSeconds(15);

    /** What was asked, and the answer once there is one. */
    private record Asked(Instant at, @Nullable ObjectNode answer) {}

    private final Clock clock;
    private final Map<String, Asked> asked = new HashMap<>();
    private long last = 7_000_000_000L;

    Queries(Clock clock) {
        this.clock = clock;
    }

    /** @return its id */
    String ask() {
        String id = Long.toString(++last);
        asked.put(id, new Asked(clock.instant(), null));
        return id;
    }

    void answer(String id, ObjectNode answer) {
        Asked query = asked.get(id);
        if (query == null || query.answer() != null || query.at().plus(LIFE).isBefore(clock.instant())) {
            throw Refusal.bad("query is too old and response timeout expired or query ID is invalid");
        }
        asked.put(id, new Asked(query.at(), answer));
    }

    Optional<ObjectNode> answerTo(String id) {
        return Optional.ofNullable(asked.get(id)).flatMap(query -> Optional.ofNullable(query.answer()));
    }

    long unanswered() {
        return asked.values().stream().filter(query -> query.answer() == null).count();
    }
}
