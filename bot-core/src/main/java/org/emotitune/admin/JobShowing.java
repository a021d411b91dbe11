package org.emotitune.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.emotitune.admin.JobMessages.JobMessage;
import org.emotitune.admin.JobWatches.Jobs;
import org.emotitune.admin.JobWatches.Screen;
import org.emotitune.admin.JobWatches.Screen.Shown;
import org.emotitune.admin.JobWatches.Timing;
import org.emotitune.conversation.Reply.TextFile;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.JobReport.State;
import org.emotitune.reindex.Spent;
import org.emotitune.reindex.TroublesCsv;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows in a message how its job stands. Thread-safe. */
final class JobShowing {
    private static final Logger LOG = LoggerFactory.getLogger(JobShowing.class);

    private final Screen screen;
    private final Jobs jobs;
    private final Timing timing;

    JobShowing(Screen screen, Jobs jobs, Timing timing) {
        this.screen = screen;
        this.jobs = jobs;
        this.timing = timing;
    }

    /**
     * @param watch that the caller has taken
     * @throws org.emotitune.index.StoreUnavailableException if the database fails
     */
    void show(JobWatch watch) {
        Optional<JobReport> report = jobs.board().job(watch.job());
        if (report.isEmpty()) {
            watch.done();
        } else if (watch.isReplaced()) {
            replaced(watch);
        } else if (report.get().state().isOver()) {
            finish(watch, report.get());
        } else {
            progress(watch, report.get());
        }
    }

    private Spent spent(JobReport report) {
        return jobs.costs().of(report.id());
    }

    private void progress(JobWatch watch, JobReport report) {
        String text = JobView.progress(report, spent(report));
        if (!watch.shows(text)) {
            JobMessage message = watch.message();
            Shown came = screen.show(message, text, JobView.buttons(report.id()));
            watch.changed(message, text, came, timing.clock().instant());
        }
    }

    /** Told once; where that cannot be done, the message just stays as it was. */
    private void replaced(JobWatch watch) {
        watch.done();
        Shown came = screen.show(watch.message(), "A newer message shows this reindex.", List.of());
        if (came != Shown.DONE) {
            LOG.debug("an older message stays as it was: {}", came);
        }
    }

    private void finish(JobWatch watch, JobReport report) {
        JobMessage message = watch.message();
        String text = JobView.summary(report, spent(report));
        Shown came = screen.finish(message, text, troubles(report), picture(report));
        Instant now = timing.clock().instant();
        watch.changed(message, text, came, now);
        Instant ended = report.endedAt() == null ? report.updatedAt() : report.endedAt();
        if (came == Shown.DONE || !now.isBefore(ended.plus(timing.giveUp()))) {
            watch.done();
        }
    }

    private List<TextFile> troubles(JobReport report) {
        if (report.troubles().isEmpty()) {
            return List.of();
        }
        StringBuilder csv = new StringBuilder();
        try {
            TroublesCsv.write(jobs.board(), report.id(), csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(new TextFile("reindex-%d-troubles.csv".formatted(report.id()), csv.toString()));
    }

    private Optional<Path> picture(JobReport report) {
        return Optional.of(jobs.picture()).filter(file -> report.state() == State.DONE && Files.isRegularFile(file));
    }
}
