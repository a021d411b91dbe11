package org.emotitune.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.emotitune.conversation.Reply.TextFile;
import org.emotitune.intake.ImportListener;
import org.emotitune.intake.Shown;

/** Collects what is to be said about single rows, and tells now and then how far an import is. */
final class RowProblems implements ImportListener {
    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final int SHOWN = 5;
    private static final int LONGEST = 200;
    private static final int MOST = 20_000;

    private final LongConsumer progress;
    private final InstantSource clock;
    private final List<String> refusals = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Instant told = Instant.MIN;
    private long more;

    /** @param progress told of the number of rows that were read, every few seconds */
    RowProblems(LongConsumer progress, InstantSource clock) {
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public void refused(long row, String reason) {
        String line = "Row %d is refused: %s".formatted(row, Shown.printable(reason));
        if (refusals.size() < SHOWN) {
            refusals.add(Cut.to(LONGEST, line));
        }
        add(line);
    }

    @Override
    public void noted(long row, String note) {
        add("Row %d: %s".formatted(row, Shown.printable(note)));
    }

    private void add(String line) {
        if (lines.size() < MOST) {
            lines.add(line);
        } else {
            more++;
        }
    }

    @Override
    public void read(long rows) {
        Instant now = clock.instant();
        if (told.isBefore(now.minus(BETWEEN))) {
            told = now;
            progress.accept(rows);
        }
    }

    /** The first refusals, each in one line that is not too long. */
    List<String> firstRefusals() {
        return List.copyOf(refusals);
    }

    /** All lines, or the first 20,000; empty where the first refusals tell all. */
    List<TextFile> file() {
        if (lines.size() <= refusals.size()) {
            return List.of();
        }
        String rest = more == 0 ? "" : "… and %,d more\n".formatted(more);
        return List.of(new TextFile("rows.txt", String.join("\n", lines) + "\n" + rest));
    }
}
