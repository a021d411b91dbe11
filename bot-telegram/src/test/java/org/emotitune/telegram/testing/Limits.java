package org.emotitune.telegram.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The published limits: a message a second in each chat, 20 a minute in each group, 30 a second in all. Telegram lets
 * short bursts pass; this does not.
 */
public final class Limits {
    /** Which calls count. */
    public enum Strictness {
        OFF,
        /** New messages, as published. */
        MESSAGES,
        /** Edits as well: Telegram counts them, too, without saying how. */
        MESSAGES_AND_EDITS
    }

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int IN_A_GROUP = 20;
    private static final int IN_ALL = 30;
    /** A sender measures at its own end: what it sends a second apart arrives a little less apart. */
    private static final Duration SLACK = Duration.ofMillis(60);

    private final Clock clock;
    private final Deque<Instant> all = new ArrayDeque<>();
    private final Map<Long, Deque<Instant>> perChat = new HashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Strictness strictness = Strictness.OFF;

    Limits(Clock clock) {
        this.clock = clock;
    }

    /** Off at first. */
    public void be(Strictness how) {
        strictness = how;
    }

    /** How often somebody sent too much; refusals on demand are not counted. */
    public int refused() {
        return refused.get();
    }

    void checkEdit(LocalChat chat) {
        if (strictness == Strictness.MESSAGES_AND_EDITS) {
            check(chat);
        }
    }

    void checkMessage(LocalChat chat) {
        if (strictness != Strictness.OFF) {
            check(chat);
        }
    }

    /** Remembers the message, or refuses it and then does not. */
    private void check(LocalChat chat) {
        Instant now = clock.instant();
        Deque<Instant> inChat = perChat.computeIfAbsent(chat.id(), id -> new ArrayDeque<>());
        forget(all, now, SECOND);
        forget(inChat, now, MINUTE);
        Duration wait = max(wait(inChat, now, 1, SECOND), wait(all, now, IN_ALL, SECOND));
        wait = chat.isGroup() ? max(wait, wait(inChat, now, IN_A_GROUP, MINUTE)) : wait;
        if (wait.isPositive()) {
            refused.incrementAndGet();
            throw Refusal.tooMany(Math.toIntExact(wait.plusMillis(999).toSeconds()));
        }
        all.add(now);
        inChat.add(now);
    }

    /** Until less than so many lie within the time before. */
    private static Duration wait(Deque<Instant> sent, Instant now, int most, Duration time) {
        int skip = sent.size() - most;
        if (skip < 0) {
            return Duration.ZERO;
        }
        Instant free =
                sent.stream().skip(skip).findFirst().orElse(now).plus(time).minus(SLACK);
        return Duration.between(now, free);
    }

    private static void forget(Deque<Instant> sent, Instant now, Duration time) {
        while (!sent.isEmpty() && sent.element().plus(time).isBefore(now)) {
            sent.remove();
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
