package org.emotitune.reception;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.emotitune.conversation.IncomingMessage.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Who is in work and who waits. Everybody stands in a line of their own; lines whose first visit can begin take turns,
 * so that nobody with many messages holds up the others. Thread-safe: one lock, held for microseconds and never while
 * somebody is answered.
 */
final class WaitingRoom {
    /** What becomes of a visit; one that is refused has used up nothing. */
    sealed interface Admission {
        /** It is in work from now on. */
        record Begin() implements Admission {}

        /** It begins when {@link WaitingRoom#done} returns it. */
        record Wait() implements Admission {}

        /** The person's line is full. */
        record LineFull() implements Admission {}

        /** @param pause until the person's allowance has something left again */
        record TooFast(Duration pause) implements Admission {}

        /** The room is full or closed. */
        record Busy() implements Admission {}
    }

    private record Person(String platform, String user) {}

    /**
     * @param person null for somebody without identity, who has a new line each time
     * @param visits in the order in which they came; the first one may be in work
     */
    private record Line(@Nullable Person person, Deque<Visit> visits) {}

    private final FairUse fairUse;
    private final Allowances allowances;
    private final Lock lock = new ReentrantLock();
    private final Map<Person, Line> lines = new HashMap<>();
    private final Map<Visit, Line> inWork = new HashMap<>();
    /** Lines with visits of which none is in work; empty as long as more could be in work. */
    private final Deque<Line> ready = new ArrayDeque<>();

    private int waiting;
    private boolean closed;

    WaitingRoom(FairUse fairUse, Allowances allowances) {
        this.fairUse = fairUse;
        this.allowances = allowances;
    }

    Admission admit(Visit visit) {
        return locked(() -> {
            Line line = line(visit);
            boolean begins = line.visits.isEmpty() && inWork.size() < fairUse.inWork();
            if (!closed && line.visits.size() > fairUse.waitingPerPerson()) {
                return new Admission.LineFull();
            }
            if (closed || (!begins && waiting >= fairUse.waitingInAll())) {
                return new Admission.Busy();
            }
            Optional<Duration> pause = allowances.take(visit.message());
            if (pause.isPresent()) {
                return new Admission.TooFast(pause.get());
            }
            enter(line, visit);
            return next().isPresent() ? new Admission.Begin() : new Admission.Wait();
        });
    }

    /** Ends the work on a visit; returns the one to begin in its place. */
    Optional<Visit> done(Visit visit) {
        return locked(() -> {
            Line line = Objects.requireNonNull(inWork.remove(visit), "the visit was not in work");
            line.visits.removeFirst();
            if (!line.visits.isEmpty()) {
                ready.add(line);
            } else if (line.person != null) {
                lines.remove(line.person);
            }
            return next();
        });
    }

    /** Admits nobody from now on, and sends away those who wait: they are returned. */
    List<Visit> close() {
        return locked(() -> {
            closed = true;
            List<Visit> sentAway = new ArrayList<>();
            ready.forEach(line -> sentAway.addAll(line.visits));
            ready.clear();
            for (Line line : inWork.values()) {
                while (line.visits.size() > 1) {
                    sentAway.add(line.visits.removeLast());
                }
            }
            waiting = 0;
            return sentAway;
        });
    }

    /** How many people have something in work or waiting. */
    int people() {
        return locked(lines::size);
    }

    private Line line(Visit visit) {
        Identity identity = visit.message().sender().identity();
        if (identity == null) {
            return new Line(null, new ArrayDeque<>());
        }
        Person person = new Person(identity.platform(), identity.user());
        Line line = lines.get(person);
        return line != null ? line : new Line(person, new ArrayDeque<>());
    }

    private void enter(Line line, Visit visit) {
        if (line.visits.isEmpty()) {
            ready.add(line);
            if (line.person != null) {
                lines.put(line.person, line);
            }
        }
        line.visits.addLast(visit);
        waiting++;
    }

    private Optional<Visit> next() {
        if (ready.isEmpty() || inWork.size() >= fairUse.inWork()) {
            return Optional.empty();
        }
        Line line = ready.removeFirst();
        Visit visit = line.visits.getFirst();
        inWork.put(visit, line);
        waiting--;
        return Optional.of(visit);
    }

    private <T> T locked(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }
}
