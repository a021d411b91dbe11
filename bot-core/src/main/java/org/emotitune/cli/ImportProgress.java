package org.emotitune.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.emotitune.intake.CatalogSource;
import org.emotitune.intake.CatalogSource.Extent;
import org.jspecify.annotations.Nullable;

/** How far an import is: a bar with rate and time left on a terminal, a line now and then on a pipe. */
final class ImportProgress implements AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final int ROWS_BETWEEN_LINES = 50_000;
    private static final int ROWS_BETWEEN_LOOKS = 100;

    private final CatalogSource source;
    private final PrintStream err;
    private final InstantSource clock;
    private final Instant begin;
    private final @Nullable ProgressBar bar;
    private Instant lastLine;

    /** @param terminal whether a bar can be drawn */
    ImportProgress(CatalogSource source, PrintStream err, boolean terminal, InstantSource clock) {
        this.source = source;
        this.err = err;
        this.clock = clock;
        this.begin = clock.instant();
        this.lastLine = begin;
        this.bar = terminal ? bar(err) : null;
    }

    private static ProgressBar bar(PrintStream err) {
        return new ProgressBarBuilder()
                .setTaskName("importing")
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .setConsumer(new ConsoleProgressBarConsumer(err))
                .build();
    }

    void read(long rows) {
        if (bar != null && rows % ROWS_BETWEEN_LOOKS == 0) {
            draw(bar, rows);
        } else if (bar == null) {
            Instant now = clock.instant();
            if (rows % ROWS_BETWEEN_LINES == 0 || !now.isBefore(lastLine.plus(BETWEEN_LINES))) {
                lastLine = now;
                err.println(line(rows));
            }
        }
    }

    private void draw(ProgressBar drawn, long rows) {
        drawn.setExtraMessage(" " + line(rows));
        source.extent().ifPresent(extent -> {
            drawn.maxHint(Math.max(1, extent.total()));
            drawn.stepTo(extent.done());
        });
    }

    private String line(long rows) {
        long millis = Math.max(1, Duration.between(begin, clock.instant()).toMillis());
        String left = bar != null
                ? ""
                : source.extent().map(extent -> left(extent, millis)).orElse("");
        return String.format(Locale.ROOT, "%d rows, %d a second%s", rows, rows * 1000 / millis, left);
    }

    private static String left(Extent extent, long millis) {
        if (extent.done() <= 0 || extent.done() > extent.total()) {
            return "";
        }
        long seconds = Math.round((extent.total() - extent.done()) / (double) extent.done() * millis / 1000);
        return String.format(Locale.ROOT, ", %d:%02d min left", seconds / 60, seconds % 60);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
