package org.emotitune.discord.testing;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers with a time in them, see https://discord.com/developers/docs/reference#snowflakes. Thread-safe. */
final class Ids {
    private static final long EPOCH = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;
    /** Can be divided by all numbers to 16, so that server after server goes to shard after shard. */
    private static final long FIRST_SERVER = 720_720L * 416_000;

    private final AtomicLong last = new AtomicLong();
    private final AtomicLong servers = new AtomicLong();

    /** By the system's time: JDA reads from it how long an interaction may be answered. */
    long next() {
        long now = (System.currentTimeMillis() - EPOCH) << TIME_SHIFT;
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }

    /** The first is of shard 0, the second of shard 1, and so on, round and round. */
    long nextServer() {
        return (FIRST_SERVER + servers.getAndIncrement()) << TIME_SHIFT;
    }

    static int shard(long server, int of) {
        return (int) ((server >>> TIME_SHIFT) % of);
    }
}
