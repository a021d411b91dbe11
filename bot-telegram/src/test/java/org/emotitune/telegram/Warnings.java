package org.emotitune.telegram;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What an operator sees of the adapter's log until this is closed: warnings and errors, nothing on the terminal. */
final class Warnings extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.emotitune.telegram");
    private final List<String> lines = new ArrayList<>();

    Warnings() {
        start();
        logger.setAdditive(false);
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            synchronized (lines) {
                lines.add(event.getFormattedMessage());
                lines.notifyAll();
            }
        }
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Those that begin so. */
    List<String> lines(String beginning) {
        return lines().stream().filter(line -> line.startsWith(beginning)).toList();
    }

    /** Waits for one that begins so, not for ever. */
    void await(String beginning) {
        Instant end = Instant.now().plus(PATIENCE);
        synchronized (lines) {
            while (lines(beginning).isEmpty()) {
                try {
                    lines.wait(1_000);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted", e);
                }
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("nobody was told: " + beginning + "; but " + lines);
                }
            }
        }
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setAdditive(true);
    }
}
