package org.emotitune.testing;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.emotitune.llm.Ledger;
import org.emotitune.llm.Tokens;
import org.jspecify.annotations.Nullable;

/** A ledger in memory, open to whoever wants to look. Thread-safe. */
public final class OpenLedger implements Ledger {
    public static final Limits UNLIMITED =
            new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, null);

    private record Entry(
            LocalDate day, Purpose purpose, @Nullable Long job, Tokens tokens) {
        boolean isFor(Purpose otherPurpose, @Nullable Long otherJob) {
            return purpose == otherPurpose && Objects.equals(job, otherJob);
        }
    }

    private final Limits limits;
    private final InstantSource clock;
    private final List<Entry> setAside = new ArrayList<>();
    private final List<Entry> used = new ArrayList<>();
    private final Map<LocalDate, Map<Purpose, Map<Event, Long>>> events = new HashMap<>();

    /** Without limits. */
    public OpenLedger() {
        this(UNLIMITED, InstantSource.system());
    }

    public OpenLedger(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Limit> reserve(Purpose purpose, @Nullable Long job, Tokens most) {
        LocalDate today = today();
        Optional<Limit> passed = job == null
                ? Optional.empty()
                : limits.passedByJob(taken(entry -> job.equals(entry.job())).plus(most));
        passed = passed.or(() ->
                limits.passedByDay(taken(entry -> today.equals(entry.day())).plus(most)));
        if (passed.isEmpty()) {
            setAside.add(new Entry(today, purpose, job, most));
        }
        return passed;
    }

    @Override
    public synchronized void settle(Purpose purpose, @Nullable Long job, Tokens most, Tokens spent) {
        Entry open = setAside.stream()
                .filter(entry -> entry.isFor(purpose, job) && entry.tokens().equals(most))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s were never set aside".formatted(most)));
        setAside.remove(open);
        if (!spent.equals(Tokens.NONE)) {
            used.add(new Entry(open.day(), purpose, job, spent));
        }
    }

    @Override
    public synchronized void count(Purpose purpose, Event event) {
        events.computeIfAbsent(today(), day -> new EnumMap<>(Purpose.class))
                .computeIfAbsent(purpose, key -> new EnumMap<>(Event.class))
                .merge(event, 1L, Long::sum);
    }

    @Override
    public synchronized Map<Purpose, Use> on(LocalDate day) {
        Map<Purpose, Use> uses = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            Map<Event, Long> happened = events.getOrDefault(day, Map.of()).getOrDefault(purpose, Map.of());
            Use use = use(entry -> day.equals(entry.day()) && purpose == entry.purpose(), happened);
            if (use.calls() > 0 || !happened.isEmpty()) {
                uses.put(purpose, use);
            }
        }
        return uses;
    }

    @Override
    public synchronized Tokens takenToday() {
        LocalDate today = today();
        return taken(entry -> today.equals(entry.day()));
    }

    @Override
    public synchronized Use job(long job) {
        return use(entry -> Objects.equals(job, entry.job()), Map.of());
    }

    /** How often something has happened, on all days together. */
    public synchronized long times(Purpose purpose, Event event) {
        return events.values().stream()
                .mapToLong(day -> day.getOrDefault(purpose, Map.of()).getOrDefault(event, 0L))
                .sum();
    }

    /** Calls that were begun and never settled; none when all is over. */
    public synchronized int unsettled() {
        return setAside.size();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private interface Which {
        boolean is(Entry entry);
    }

    private Tokens taken(Which which) {
        return sum(setAside, which).plus(sum(used, which));
    }

    private Use use(Which which, Map<Event, Long> happened) {
        return new Use(used.stream().filter(which::is).count(), sum(used, which), happened);
    }

    private static Tokens sum(List<Entry> entries, Which which) {
        return entries.stream().filter(which::is).map(Entry::tokens).reduce(Tokens.NONE, Tokens::plus);
    }
}
