package org.emotitune.telegram;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.filter.Filter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.emotitune.telegram.testing.LocalTelegram;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Reads all that any library logs while the tests of a class run, at every level and before anything is redacted, and
 * fails the class where the token, or a word that was forbidden, is in it.
 */
final class SilentToken extends AppenderBase<ILoggingEvent> implements BeforeAllCallback, AfterAllCallback {
    /** Written in a web address, too. */
    private static final List<String> TOKEN = List.of(LocalTelegram.TOKEN, LocalTelegram.TOKEN.replace(":", "%3A"));

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<String> words;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final AtomicLong read = new AtomicLong();
    private Level usual = Level.INFO;

    /** @param words of people that are said in the tests, and belong in no log either */
    SilentToken(String... words) {
        this.words = List.of(words);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        usual = root.getLevel();
        start();
        root.setLevel(Level.TRACE);
        root.setAdditive(false);
        root.iteratorForAppenders().forEachRemaining(terminal -> terminal.addFilter(onlyProblems()));
        root.addAppender(this);
    }

    /** The terminal shows what it would show without this. */
    private static Filter<ILoggingEvent> onlyProblems() {
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(Level.INFO.toString());
        filter.start();
        return filter;
    }

    @Override
    protected void append(ILoggingEvent event) {
        read.incrementAndGet();
        var thrown = event.getThrowableProxy();
        String line = event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
        if (TOKEN.stream().anyMatch(line::contains) || words.stream().anyMatch(line::contains)) {
            said.add(event.getLoggerName() + ": " + line);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        root.detachAppender(this);
        root.setLevel(usual);
        root.iteratorForAppenders().forEachRemaining(terminal -> terminal.clearAllFilters());
        if (read.get() == 0) {
            throw new AssertionError("nothing was logged at all: this reads nothing");
        }
        if (!said.isEmpty()) {
            throw new AssertionError("in the log:\n" + String.join("\n", said));
        }
    }
}
