package org.emotitune.log;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** A usual layout without {@link Secrets}, be they in the message, in an exception or in a name. See logback.xml. */
public final class SafeLayout extends PatternLayout {
    @Override
    public String doLayout(ILoggingEvent event) {
        return Secrets.hiddenIn(super.doLayout(event));
    }
}
