package org.emotitune.reindex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A job that remembers what it was told, and can be made to end at any check. */
final class RecordedJob implements JobControl {
    final Map<Stage, Long> totals = Collections.synchronizedMap(new EnumMap<>(Stage.class));
    final Map<Stage, Long> advanced = Collections.synchronizedMap(new EnumMap<>(Stage.class));
    final List<Trouble> troubles = Collections.synchronizedList(new ArrayList<>());
    private final long id;
    private final boolean everything;
    private final Consumer<Trouble> keep;
    private final AtomicInteger checks = new AtomicInteger();
    private volatile int endsAt = Integer.MAX_VALUE;
    private volatile Stage stage = Stage.LYRICS;

    /** @param keep told of each trouble, as the board would be */
    RecordedJob(long id, boolean everything, Consumer<Trouble> keep) {
        this.id = id;
        this.everything = everything;
        this.keep = keep;
    }

    RecordedJob endingAtCheck(int number) {
        endsAt = number;
        return this;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public boolean everything() {
        return everything;
    }

    @Override
    public void begin(Stage begun, long done, long total) {
        stage = begun;
        totals.put(begun, total);
        advanced.put(begun, done);
    }

    @Override
    public void advance(long more) {
        advanced.merge(stage, more, Long::sum);
    }

    @Override
    public void trouble(Trouble trouble) {
        troubles.add(trouble);
        keep.accept(trouble);
    }

    @Override
    public long failures() {
        return troubles.stream().filter(Trouble::failure).count();
    }

    @Override
    public void check() {
        if (checks.incrementAndGet() >= endsAt) {
            throw new JobCancelledException("told to end");
        }
    }

    int checks() {
        return checks.get();
    }
}
