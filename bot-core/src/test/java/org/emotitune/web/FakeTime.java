package org.emotitune.web;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Passes only when somebody sleeps or lets it pass. Thread-safe. */
final class FakeTime implements TimeMeter, WebClient.Sleeper {
    private final AtomicLong now = new AtomicLong();
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

    /** All sleeps so far, in order. */
    List<Duration> sleeps() {
        return sleeps;
    }

    Duration sinceStart() {
        return Duration.ofNanos(now.get());
    }

    void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Override
    public void sleep(Duration time) {
        sleeps.add(time);
        pass(time);
    }

    @Override
    public long currentTimeNanos() {
        return now.get();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
