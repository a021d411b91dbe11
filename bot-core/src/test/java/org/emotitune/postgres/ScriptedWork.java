package org.emotitune.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotitune.reindex.JobControl;
import org.emotitune.reindex.JobWork;

/** Work that tells of its runs, and whether two were at it at once; what it does is the test's. */
final class ScriptedWork implements JobWork {
    private static final int PATIENCE_SECONDS = 30;

    private final JobWork work;
    private final BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
    private final AtomicInteger atOnce;
    private final AtomicBoolean overlapped;

    private ScriptedWork(JobWork work, AtomicInteger atOnce, AtomicBoolean overlapped) {
        this.work = work;
        this.atOnce = atOnce;
        this.overlapped = overlapped;
    }

    static ScriptedWork of(JobWork work) {
        return new ScriptedWork(work, new AtomicInteger(), new AtomicBoolean());
    }

    /** Looks every few milliseconds whether it is to end, and does nothing else until it is allowed to. */
    static ScriptedWork until(CountDownLatch allowed) {
        return of(control -> waited(control, allowed));
    }

    static String waited(JobControl control, CountDownLatch allowed) {
        try {
            while (!allowed.await(5, TimeUnit.MILLISECONDS)) {
                control.check();
            }
            return "all well";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for another process, to see whether both are at it at once. */
    ScriptedWork elsewhere() {
        return new ScriptedWork(work, atOnce, overlapped);
    }

    boolean hasOverlapped() {
        return overlapped.get();
    }

    @Override
    public String run(JobControl control) {
        if (atOnce.incrementAndGet() > 1) {
            overlapped.set(true);
        }
        try {
            begun.add(control.id());
            return work.run(control);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    /** Waits for the next run and tells the job that it is of. */
    long awaitRun() throws InterruptedException {
        Long job = begun.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (job == null) {
            throw new AssertionError("nothing ran");
        }
        return job;
    }

    /** Waits for a run of this job. */
    long awaitRunOf(long job) throws InterruptedException {
        assertThat(awaitRun()).isEqualTo(job);
        return job;
    }

    boolean isQuiet() {
        return begun.isEmpty();
    }
}
