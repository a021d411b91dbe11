package org.emotitune.discord;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.events.GatewayPingEvent;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.http.HttpRequestEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.hooks.IEventManager;
import org.emotitune.reception.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the events of all shards from the threads that read the sockets and hands them to the bot on one thread, in the
 * order in which they came: a bot that is slow must not keep JDA from Discord's heartbeats. The events of the connection
 * itself go at once to whoever watches it, on JDA's thread. Thread-safe.
 */
final class Events implements IEventManager, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final EventListener listener;
    private final Line line;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("discord-events").factory());

    /** Who watches the connection; on JDA's threads, so it must not block. */
    interface Line {
        void changed(StatusChangeEvent change);

        /** The socket is closed, and a new one will be opened. */
        void lost(SessionDisconnectEvent loss);

        /** A shard has ended and stays so. */
        void ended(ShutdownEvent end);
    }

    /** @param listener must return at once: the next event waits for it */
    Events(EventListener listener, Line line) {
        this.listener = listener;
        this.line = line;
    }

    @Override
    public void handle(GenericEvent event) {
        switch (event) {
            case StatusChangeEvent change -> line.changed(change);
            case SessionDisconnectEvent loss -> line.lost(loss);
            case ShutdownEvent end -> line.ended(end);
            default -> handOn(event);
        }
    }

    private void handOn(GenericEvent event) {
        if (event instanceof HttpRequestEvent || event instanceof GatewayPingEvent) {
            // There is one for each call and each heartbeat.
            return;
        }
        try {
            thread.execute(() -> listened(event));
        } catch (RejectedExecutionException e) {
            LOG.debug("An event came after the end.");
        }
    }

    private void listened(GenericEvent event) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException | Error e) {
            LOG.error("An event could not be handled: {}", Trace.withoutWords(e));
        }
    }

    @Override
    public void register(Object other) {
        throw new UnsupportedOperationException("there is one listener");
    }

    @Override
    public void unregister(Object other) {
        throw new UnsupportedOperationException("there is one listener");
    }

    @Override
    public List<Object> getRegisteredListeners() {
        return List.of();
    }

    /** No more events; those that wait are dropped. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
