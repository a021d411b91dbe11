package org.emotitune.reindex;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.emotitune.reindex.JobReport.State;
import org.jspecify.annotations.Nullable;

/** A board with one job at most, which nobody does, and that writes down what it is asked. */
final class StubBoard implements JobBoard {
    private static final long ID = 7;

    final List<String> asked = new ArrayList<>();
    final List<SongTrouble> troubles = new ArrayList<>();
    private @Nullable JobReport job;

    @Override
    public Started start(boolean everything, String askedBy) {
        asked.add("start %s by %s".formatted(everything, askedBy));
        JobReport begun = new JobReport(
                ID,
                State.WAITING,
                everything,
                askedBy,
                null,
                0,
                0,
                Instant.EPOCH,
                null,
                0,
                Instant.EPOCH,
                null,
                null,
                Map.of());
        job = begun;
        return new Started.Begun(begun);
    }

    @Override
    public Optional<JobReport> current() {
        asked.add("current");
        return Optional.ofNullable(job);
    }

    @Override
    public Optional<JobReport> job(long id) {
        asked.add("job");
        return current().filter(report -> report.id() == id);
    }

    @Override
    public List<JobReport> last(int most) {
        asked.add("last " + most);
        return current().stream().toList();
    }

    @Override
    public boolean cancel() {
        asked.add("cancel");
        return job != null;
    }

    @Override
    public void troubles(long id, Consumer<SongTrouble> each) {
        asked.add("troubles");
        troubles.forEach(each);
    }
}
