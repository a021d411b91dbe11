package org.emotitune.discord;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDA.ShardInfo;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/**
 * Lets as many shards connect at the same time as Discord allows, to the address that is set. JDA's own controller would
 * dial Discord's whatever is set, and its threads sleep on for seconds after the end. Thread-safe.
 */
final class Sessions extends ConcurrentSessionController implements AutoCloseable {
    private final Welcome welcome;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Sessions(Welcome welcome) {
        this.welcome = welcome;
    }

    @Override
    public String getGateway() {
        return welcome.gateway();
    }

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        return new ShardedGateway(welcome.gateway(), welcome.shards(), welcome.concurrency());
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        super.appendSession(new Node(node, this));
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        super.removeSession(new Node(node, this));
    }

    /** Nobody connects any more. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }

    boolean isClosed() {
        return closed;
    }

    private record Node(SessionConnectNode node, Sessions sessions) implements SessionConnectNode {
        @Override
        public boolean isReconnect() {
            return node.isReconnect();
        }

        @Override
        public JDA getJDA() {
            return node.getJDA();
        }

        @Override
        public ShardInfo getShardInfo() {
            return node.getShardInfo();
        }

        @Override
        public void run(boolean isLast) throws InterruptedException {
            sessions.threads.removeIf(thread -> !thread.isAlive());
            sessions.threads.add(Thread.currentThread());
            try {
                if (!sessions.closed) {
                    node.run(isLast);
                }
            } catch (RejectedExecutionException e) {
                // JDA was closed in between; its thread would end with a stack trace on the terminal.
            }
            if (sessions.closed) {
                // Ends the pause that JDA makes after each.
                Thread.currentThread().interrupt();
            }
        }
    }
}
