package org.emotitune.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.intake.IntakeStore;

/** Keeps rows in a list; to each title belongs one song. */
public final class ListedIntake implements IntakeStore {
    /** Sizes of the parts in which rows were kept. */
    public final List<Integer> parts = new ArrayList<>();

    public final List<Row> rows = new ArrayList<>();

    /** Another import is under way. */
    public boolean busy;

    /** How many parts can be kept before the database fails. */
    public int room = Integer.MAX_VALUE;

    public boolean closed;

    @Override
    public Optional<Intake> begin(String popularitySource, String vocabulary, boolean keepLyrics, boolean trial) {
        return busy ? Optional.empty() : Optional.of(new Listed());
    }

    private final class Listed implements Intake {
        @Override
        public List<Change> keep(List<Row> more) {
            if (parts.size() == room) {
                throw new StoreUnavailableException("the database did not answer: broken pipe");
            }
            parts.add(more.size());
            return more.stream().map(this::change).toList();
        }

        private Change change(Row row) {
            String title = row.song().facts().title();
            boolean known =
                    rows.stream().anyMatch(each -> each.song().facts().title().equals(title));
            rows.add(row);
            return known ? Change.UNCHANGED : Change.ADDED;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Override
    public Waiting waiting() {
        if (parts.size() >= room) {
            throw new StoreUnavailableException("the database did not answer: broken pipe");
        }
        return new Waiting(rows.stream().filter(row -> row.lyrics() != null).count(), 0);
    }
}
