package org.emotitune.reception;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Virtual threads, one for each piece of work, and which of them are still busy. Thread-safe. */
final class Crew {
    private final Set<Job> jobs = ConcurrentHashMap.newKeySet();

    private final class Job {
        private final Visit visit;
        private final Thread thread;
        private final CountDownLatch ended = new CountDownLatch(1);

        Job(Visit visit, Runnable work) {
            this.visit = visit;
            this.thread = Thread.ofVirtual().name("conversation").unstarted(() -> {
                try {
                    work.run();
                } finally {
                    jobs.remove(this);
                    ended.countDown();
                }
            });
        }
    }

    void start(Visit visit, Runnable work) {
        Job job = new Job(visit, work);
        jobs.add(job);
        job.thread.start();
    }

    /**
     * Waits for everything that has been started before.
     *
     * @return whether all of it ended in time; false also if this thread is interrupted, which it then stays
     */
    boolean endsWithin(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (Job job : jobs) {
                if (!job.ended.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many threads are busy now. */
    int size() {
        return jobs.size();
    }

    /** Interrupts those that are busy with one of these visits. */
    void interrupt(Predicate<Visit> which) {
        for (Job job : jobs) {
            if (which.test(job.visit)) {
                job.thread.interrupt();
            }
        }
    }
}
