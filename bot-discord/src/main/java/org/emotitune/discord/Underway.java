package org.emotitune.discord;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.requests.Route.CompiledRoute;
import net.dv8tion.jda.api.requests.SequentialRestRateLimiter;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls that have been made and have not ended, be it that they wait for their turn. JDA counts some of them,
 * and looks at them every half minute. Thread-safe.
 */
final class Underway {
    private int calls;

    /** JDA's own, but counted. */
    RestRateLimiter limiter(RestRateLimiter.RateLimitConfig config) {
        return new Counting(new SequentialRestRateLimiter(config), this);
    }

    /** @return whether all had ended at some moment before the time was over */
    synchronized boolean awaitNone(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (calls > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private synchronized void begun() {
        calls++;
    }

    private synchronized void ended() {
        calls--;
        notifyAll();
    }

    private record Counting(RestRateLimiter limiter, Underway underway) implements RestRateLimiter {
        @Override
        public void enqueue(Work call) {
            underway.begun();
            limiter.enqueue(new Counted(call, underway, new AtomicBoolean()));
        }

        @Override
        public void stop(boolean shutdown, Runnable callback) {
            limiter.stop(shutdown, callback);
        }

        @Override
        public boolean isStopped() {
            return limiter.isStopped();
        }

        @Override
        public int cancelRequests() {
            return limiter.cancelRequests();
        }
    }

    private record Counted(RestRateLimiter.Work call, Underway underway, AtomicBoolean over)
            implements RestRateLimiter.Work {
        @Override
        public CompiledRoute getRoute() {
            return call.getRoute();
        }

        @Override
        public JDA getJDA() {
            return call.getJDA();
        }

        /** Not done yet where Discord has asked for a pause. */
        @Override
        public @Nullable Response execute() {
            try {
                return call.execute();
            } finally {
                ended(call.isDone());
            }
        }

        @Override
        public boolean isSkipped() {
            return ended(call.isSkipped());
        }

        @Override
        public boolean isDone() {
            return call.isDone();
        }

        @Override
        public boolean isPriority() {
            return call.isPriority();
        }

        @Override
        public boolean isCancelled() {
            return call.isCancelled();
        }

        @Override
        public void cancel() {
            call.cancel();
            ended(true);
        }

        private boolean ended(boolean now) {
            if (now && !over.getAndSet(true)) {
                underway.ended();
            }
            return now;
        }
    }
}
