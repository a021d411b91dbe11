package org.emotitune.telegram;

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
import java.util.concurrent.atomic.AtomicInteger;
import org.emotitune.telegram.testing.LocalTelegram;
import org.slf4j.LoggerFactory;

/** All logs of this process while it is open, down to DEBUG, before anything is made unreadable in them. */
final class ChaosLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final String SECRET = LocalTelegram.TOKEN.substring(LocalTelegram.TOKEN.indexOf(':') + 1);
    private static final String UNKNOWN = "Nobody can tell whether a sendmessage was done";
    private static final String GIVEN_UP = " replies could not be sent before the end.";
    private static final String FAILED = "A sendmessage failed";
    /** At the end of a bot, which counts these itself. */
    private static final String INTERRUPTED = "interrupted";

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final List<String> secrets;
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger leftBehind = new AtomicInteger();

    /** @param words of people, of which none may be logged */
    ChaosLog(List<String> words) {
        secrets = new ArrayList<>(words);
        secrets.add(SECRET);
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
        if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            errors.add(line);
        } else if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            warnings.add(line);
        }
        count(text);
    }

    private void count(String text) {
        if (text.endsWith(GIVEN_UP)) {
            leftBehind.addAndGet(Integer.parseInt(text.substring(0, text.indexOf(' '))));
        } else if (text.startsWith(UNKNOWN) && !text.endsWith(INTERRUPTED)) {
            unknown.incrementAndGet();
        } else if (text.startsWith(FAILED) && !text.endsWith(INTERRUPTED)) {
            failed.incrementAndGet();
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

    /** Messages of which nobody could tell whether they had been shown. */
    int unknown() {
        return unknown.get();
    }

    /**
     * What the bot says it had not done at its end: also edits and chat actions, which nobody misses, and what was on its
     * way and may be shown.
     */
    int leftBehind() {
        return leftBehind.get();
    }

    /** What the bot says it has not sent, at its end or before. */
    int givenUp() {
        return failed.get() + leftBehind.get();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(usual);
        others.forEach(root::addAppender);
        stop();
    }
}
