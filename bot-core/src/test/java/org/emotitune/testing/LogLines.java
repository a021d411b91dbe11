package org.emotitune.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that a class, or the whole program, logs until this is closed, and nothing of it on the terminal. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Level usual;

    private LogLines(Logger logger) {
        this.logger = logger;
        this.usual = logger.getLevel();
    }

    public static LogLines of(Class<?> type) {
        return of((Logger) LoggerFactory.getLogger(type));
    }

    /** At every level, but for loggers that have a level of their own. */
    public static LogLines ofEverything() {
        return of((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME));
    }

    private static LogLines of(Logger logger) {
        LogLines lines = new LogLines(logger);
        lines.start();
        lines.logger.setLevel(Level.TRACE);
        lines.logger.setAdditive(false);
        lines.logger.addAppender(lines);
        return lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.add(event);
    }

    /** Each with what an appender would write of an exception below it. */
    public List<String> all() {
        return events.stream().map(LogLines::whole).toList();
    }

    private static String whole(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getFormattedMessage() + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown));
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setAdditive(true);
        logger.setLevel(usual);
    }
}
