package org.emotitune.db;

import java.time.Duration;

/** Short pauses between two looks at something that another process does. */
final class Waiting {
    private static final Duration STEP = Duration.ofMillis(5);

    private final long start = System.nanoTime();

    boolean longerThan(Duration limit) {
        return System.nanoTime() - start > limit.toNanos();
    }

    static void pause() {
        try {
            Thread.sleep(STEP);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static DatabaseException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new DatabaseException("Waiting for the database was interrupted.", cause);
    }
}
