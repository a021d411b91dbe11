package org.emotitune.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which shards are connected. Tells the operator once when some of them are away for longer than a reconnection takes,
 * and once when all are back. Thread-safe.
 */
final class GatewayWatch {
    private final Duration quiet;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Outage outage;
    private final Set<Integer> connected = new HashSet<>();
    private final Set<Integer> away = new HashSet<>();
    private final Set<Integer> known = new HashSet<>();
    private final Set<Integer> ended = new HashSet<>();
    private @Nullable Instant since;

    /** @param quiet how long nobody is told: Discord lets a bot connect anew many times a day */
    GatewayWatch(Duration quiet, ScheduledExecutorService timer, Clock clock) {
        this.quiet = quiet;
        this.timer = timer;
        this.clock = clock;
        this.outage = new Outage("Discord's gateway is there again: events come in", clock);
    }

    synchronized void changed(int shard, Status status) {
        known.add(shard);
        switch (status) {
            case CONNECTED -> isBack(shard);
            // Has not been connected yet.
            case INITIALIZING, INITIALIZED, LOGGING_IN -> {}
            case SHUTTING_DOWN, FAILED_TO_LOGIN -> isGone(shard);
            case SHUTDOWN -> hasEnded(shard);
            case CONNECTING_TO_WEBSOCKET,
                    IDENTIFYING_SESSION,
                    AWAITING_LOGIN_CONFIRMATION,
                    LOADING_SUBSYSTEMS,
                    DISCONNECTED,
                    RECONNECT_QUEUED,
                    WAITING_TO_RECONNECT,
                    ATTEMPTING_TO_RECONNECT -> isAway(shard);
        }
    }

    /** How many shards are connected, and have all they need to answer. */
    synchronized int connected() {
        return connected.size();
    }

    /**
     * Waits until every shard has ended. JDA itself forgets that one has, where it was about to connect.
     *
     * @return whether that came before the time was over
     */
    synchronized boolean awaitEnd(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!ended.containsAll(known)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void hasEnded(int shard) {
        isGone(shard);
        ended.add(shard);
        notifyAll();
    }

    private void isBack(int shard) {
        connected.add(shard);
        away.remove(shard);
        if (away.isEmpty()) {
            since = null;
            outage.well();
        }
    }

    /** By itself, or with the bot. */
    private void isGone(int shard) {
        connected.remove(shard);
        away.remove(shard);
        if (away.isEmpty()) {
            since = null;
        }
    }

    private void isAway(int shard) {
        connected.remove(shard);
        if (ended.contains(shard) || !away.add(shard) || since != null) {
            return;
        }
        since = clock.instant();
        try {
            var unused = timer.schedule(this::tell, quiet.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The bot is being closed.
        }
    }

    /** Of the outage that lasts; an earlier one may have set the timer. */
    private synchronized void tell() {
        if (since != null && !clock.instant().isBefore(since.plus(quiet))) {
            outage.failed("Discord's gateway cannot be reached: no events come in", since);
        }
    }
}
