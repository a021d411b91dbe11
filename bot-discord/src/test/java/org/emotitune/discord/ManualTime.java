package org.emotitune.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stands still until it is told to go on; then it does what is due, on the thread that tells it. Thread-safe. */
final class ManualTime implements InstantSource, Later {
    private final List<Due> due = new ArrayList<>();
    private Instant now;

    private record Due(Instant at, Runnable work) {}

    ManualTime(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void in(Duration wait, Runnable work) {
        due.add(new Due(now.plus(wait), work));
    }

    /** With a duration of zero, what is due now. */
    void advance(Duration time) {
        Instant end = instant().plus(time);
        Optional<Due> next = next(end);
        while (next.isPresent()) {
            next.get().work().run();
            next = next(end);
        }
        set(end);
    }

    private synchronized Optional<Due> next(Instant end) {
        Optional<Due> next =
                due.stream().filter(each -> !each.at().isAfter(end)).min(Comparator.comparing(Due::at));
        next.ifPresent(each -> {
            due.remove(each);
            now = each.at().isAfter(now) ? each.at() : now;
        });
        return next;
    }

    private synchronized void set(Instant end) {
        now = end;
    }
}
