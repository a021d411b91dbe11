package org.emotitune.llm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has used today what it is told, lets calls through unless told otherwise, and remembers them. */
final class KeptLedger implements Ledger {
    private final Map<Purpose, Use> today;
    private final Optional<Limit> passed;
    private Tokens aside = Tokens.NONE;
    final List<Tokens> reserved = new ArrayList<>();
    final List<Tokens> settled = new ArrayList<>();

    KeptLedger(Map<Purpose, Use> today, @Nullable Limit passed) {
        this.today = today;
        this.passed = Optional.ofNullable(passed);
    }

    static KeptLedger used(long input, long output) {
        return new KeptLedger(Map.of(Purpose.SONG, new Use(1, new Tokens(input, output), Map.of())), null);
    }

    KeptLedger aside(Tokens tokens) {
        aside = tokens;
        return this;
    }

    @Override
    public Optional<Limit> reserve(Purpose purpose, @Nullable Long job, Tokens most) {
        if (passed.isEmpty()) {
            reserved.add(most);
        }
        return passed;
    }

    @Override
    public void settle(Purpose purpose, @Nullable Long job, Tokens most, Tokens used) {
        if (!reserved.contains(most)) {
            throw new IllegalArgumentException("nothing was set aside");
        }
        settled.add(used);
    }

    @Override
    public void count(Purpose purpose, Event event) {
        throw new AssertionError("a trial is no message: " + event);
    }

    @Override
    public Map<Purpose, Use> on(LocalDate day) {
        return day.equals(DoctorRig.TODAY) ? today : Map.of();
    }

    @Override
    public Tokens takenToday() {
        return today.values().stream().map(Use::tokens).reduce(aside, Tokens::plus);
    }

    @Override
    public Use job(long job) {
        throw new AssertionError("a trial belongs to no job: " + job);
    }
}
