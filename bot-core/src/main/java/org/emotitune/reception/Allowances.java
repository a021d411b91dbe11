package org.emotitune.reception;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.emotitune.conversation.IncomingMessage;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.emotitune.conversation.IncomingMessage.Tapped;

/**
 * What each person may still ask now: a token bucket for messages and one for taps. They live in memory only and are
 * forgotten once they must be full again. Thread-safe.
 */
final class Allowances {
    /** Tapping a thumb or "more" costs little, and a page invites to several taps. */
    private static final int TAPS_PER_MESSAGE = 3;

    private final FairUse fairUse;
    private final TimeMeter time;
    private final Cache<Share, Bucket> buckets;

    private record Share(String platform, String user, boolean taps) {}

    /** @param most buckets that are remembered at most; beyond, those of rare visitors are forgotten first */
    Allowances(FairUse fairUse, InstantSource clock, int most) {
        this.fairUse = fairUse;
        this.time = new Nanoseconds(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(fairUse.period())
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Uses up one message or one tap of the person's allowance.
     *
     * @return how long to wait for the next one if the allowance is used up; empty if this one is within it
     */
    Optional<Duration> take(IncomingMessage message) {
        Identity person = message.sender().identity();
        if (person == null) {
            return Optional.empty();
        }
        Share share = new Share(person.platform(), person.user(), message.content() instanceof Tapped);
        ConsumptionProbe probe = buckets.get(share, this::full).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** How many buckets are remembered now. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full(Share share) {
        long most = (long) fairUse.messages() * (share.taps() ? TAPS_PER_MESSAGE : 1);
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, fairUse.period()))
                .withCustomTimePrecision(time)
                .build();
    }

    private record Nanoseconds(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
