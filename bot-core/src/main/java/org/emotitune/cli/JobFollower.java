package org.emotitune.cli;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.emotitune.admin.JobTexts;
import org.emotitune.reindex.Admin;
import org.emotitune.reindex.Caller;
import org.emotitune.reindex.JobReport;
import org.emotitune.reindex.Stage;
import org.jspecify.annotations.Nullable;

/** Shows on standard error how a job goes on: a bar for a person, a line now and then for a script. */
final class JobFollower implements AutoCloseable {
    private static final long LOOK_MS = 300;
    private static final Duration LINES = Duration.ofSeconds(10);

    private final Admin admin;
    private final Caller caller;
    private final boolean person = Terminal.isPerson();
    private @Nullable ProgressBar bar;
    private @Nullable Stage shown;
    private long lastLine;

    JobFollower(Admin admin, Caller caller) {
        this.admin = admin;
        this.caller = caller;
    }

    /** @return how the job ended */
    JobReport follow(long job) {
        while (true) {
            JobReport report = admin.job(caller, job)
                    .orElseThrow(() -> new IllegalStateException("job %d is gone".formatted(job)));
            if (report.state().isOver()) {
                close();
                return report;
            }
            show(report);
            pause();
        }
    }

    private void show(JobReport report) {
        boolean newStage = !Objects.equals(shown, report.stage());
        shown = report.stage();
        if (person) {
            bar(report, newStage);
        } else if (newStage || System.nanoTime() - lastLine > LINES.toNanos()) {
            lastLine = System.nanoTime();
            System.err.println(JobTexts.progress(report, admin.spent(caller, report.id())));
        }
    }

    private void bar(JobReport report, boolean newStage) {
        if (newStage) {
            close();
            bar = new ProgressBarBuilder()
                    .setTaskName(JobTexts.stage(report.stage()))
                    .setInitialMax(Math.max(1, report.total()))
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .showSpeed()
                    .clearDisplayOnFinish()
                    .build();
        }
        if (bar != null) {
            bar.stepTo(report.done());
            bar.setExtraMessage(" " + admin.spent(caller, report.id()).brief());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the job goes on with the next ./emotitune reindex", e);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
