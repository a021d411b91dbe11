package org.emotitune.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** When the next message may go: within the limits, and not while Telegram has told the bot to wait. Thread-safe. */
final class Pace {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Longer than any limit counts, and than any call waits. */
    private static final Duration IDLE = Duration.ofMinutes(3);

    /** So many chats refused within a second: it is not about them. */
    private static final int MANY = 3;

    /** For one call, to be taken at once. */
    record Turn(Collection<Quota> quotas) {
        <T> T take(Supplier<T> call) {
            try {
                return call.get();
            } finally {
                quotas.forEach(Quota::leave);
            }
        }
    }

    /** When rest ends, as {@link System#nanoTime}. */
    private static final class Rest {
        private final AtomicLong end = new AtomicLong(System.nanoTime());

        void extend(Duration time) {
            long asked = System.nanoTime() + time.toNanos();
            end.accumulateAndGet(asked, (now, then) -> then - now > 0 ? then : now);
        }

        long left() {
            return end.get() - System.nanoTime();
        }
    }

    private record Room(List<Quota> quotas, Rest rest) {}

    private final Rest rest = new Rest();
    private final Quota all;
    private final LoadingCache<Long, Room> rooms;
    private final Cache<Long, Boolean> refused =
            Caffeine.newBuilder().expireAfterWrite(SECOND).build();

    Pace(Telegram.Limits limits) {
        all = new Quota(limits.perSecond(), SECOND);
        rooms = Caffeine.newBuilder().expireAfterAccess(IDLE).build(chat -> room(chat, limits));
    }

    /** Negative ids are those of groups and channels. */
    private Room room(long chat, Telegram.Limits limits) {
        Quota inChat = new Quota(1, limits.inChat());
        return new Room(
                chat < 0 ? List.of(inChat, new Quota(limits.perMinute(), MINUTE), all) : List.of(inChat, all),
                new Rest());
    }

    /**
     * Waits for the turn of a call that counts.
     *
     * @return empty where there is none within that time
     */
    Optional<Turn> turn(long chat, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        Room room = rooms.get(chat);
        while (true) {
            if (!sleep(room.rest, end) || !sleep(rest, end)) {
                return Optional.empty();
            }
            Deque<Quota> entered = new ArrayDeque<>();
            boolean turn = false;
            try {
                turn = enter(room.quotas, entered, end);
                if (!turn) {
                    return Optional.empty();
                }
                turn = room.rest.left() <= 0 && rest.left() <= 0;
                if (turn) {
                    return Optional.of(new Turn(entered));
                }
            } finally {
                if (!turn) {
                    entered.forEach(Quota::giveBack);
                }
            }
        }
    }

    private static boolean enter(List<Quota> quotas, Deque<Quota> entered, long end) throws InterruptedException {
        for (Quota quota : quotas) {
            if (!quota.enter(end - System.nanoTime())) {
                return false;
            }
            entered.push(quota);
        }
        return true;
    }

    /** @return false, at once, where it would take longer than there is time */
    private static boolean sleep(Rest rest, long end) throws InterruptedException {
        for (long left = rest.left(); left > 0; left = rest.left()) {
            if (left > end - System.nanoTime()) {
                return false;
            }
            Thread.sleep(Duration.ofNanos(left));
        }
        return true;
    }

    /** Nobody has a turn within that time. */
    void rest(Duration time) {
        rest.extend(time);
    }

    /** Telegram has refused a call (429): its chat waits, and all do where it is not about single chats. */
    void refused(long chat, Duration wait) {
        rooms.get(chat).rest.extend(wait);
        refused.put(chat, true);
        refused.cleanUp();
        if (refused.estimatedSize() >= MANY) {
            rest(wait);
        }
    }
}
