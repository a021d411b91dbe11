package org.emotitune.log;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * A usual layout without {@link Secrets}, be they in the message, in an exception or in a name, and of some libraries
 * without what they quote. See logback.xml.
 */
public final class SafeLayout extends PatternLayout {
    private final Set<String> quoting = new CopyOnWriteArraySet<>();

    /**
     * Adds a library that logs what it was sent when it cannot read it: people's messages. Of its lines only the words of
     * its authors, numbers and the classes of failures are shown.
     *
     * @param logger name of its loggers, or the beginning up to a dot
     */
    public void addQuoting(String logger) {
        quoting.add(logger);
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        return Secrets.hiddenIn(super.doLayout(isQuoting(event.getLoggerName()) ? Unquoted.of(event) : event));
    }

    private boolean isQuoting(String logger) {
        return quoting.stream().anyMatch(each -> logger.equals(each) || logger.startsWith(each + "."));
    }
}
