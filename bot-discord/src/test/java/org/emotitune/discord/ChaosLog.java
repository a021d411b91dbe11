package org.emotitune.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.emotitune.discord.testing.LocalDiscord;
import org.slf4j.LoggerFactory;

/** All logs of this process while it is open, down to DEBUG, before anything is made unreadable in them. */
final class ChaosLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    /** What the local Discord's tokens of interactions begin with. */
    private static final String INTERACTION = "interaction-";
    /** What the library says to 4000 before it comes back. */
    private static final String CLOSED = "WebSocket connection closed due to server error! 4000";

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final List<String> secrets;
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

    /** @param words of people, of which none may be logged */
    ChaosLog(List<String> words) {
        secrets = new ArrayList<>(words);
        secrets.addAll(List.of(LocalDiscord.TOKEN, INTERACTION));
        for (Iterator<Appender<ILoggingEvent>> each = root.iteratorForAppenders(); each.hasNext(); ) {
            others.add(each.next());
        }
        others.forEach(root::detachAppender);
        root.setLevel(Level.DEBUG);
        root.addAppender(this);
        start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        String text = event.getFormattedMessage() + thrown(event.getThrowableProxy());
        String line = "%s %s".formatted(event.getLoggerName(), text);
        if (secrets.stream().anyMatch(text::contains)) {
            leaks.add(event.getLoggerName() + " at " + event.getLevel());
        }
        if (event.getLevel().isGreaterOrEqual(Level.ERROR) && !text.startsWith(CLOSED)) {
            errors.add(line);
        } else if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            warnings.add(line);
        }
    }

    private static String thrown(IThrowableProxy thrown) {
        return thrown == null
                ? ""
                : " " + thrown.getClassName() + " " + thrown.getMessage() + thrown(thrown.getCause());
    }

    /** How often each was said, numbers left out. */
    Map<String, Integer> warnings() {
        Map<String, Integer> counted = new TreeMap<>();
        warnings.forEach(line -> counted.merge(line.replaceAll("\\d+", "#"), 1, Integer::sum));
        return counted;
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    List<String> leaks() {
        return List.copyOf(leaks);
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(usual);
        others.forEach(root::addAppender);
        stop();
    }
}
