package org.emotitune.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/** Lines of a library without what it quotes. */
final class Unquoted {
    private static final String INSTEAD = "…";

    private Unquoted() {}

    static ILoggingEvent of(ILoggingEvent event) {
        LoggingEvent unquoted = new LoggingEvent();
        unquoted.setLoggerName(event.getLoggerName());
        unquoted.setThreadName(event.getThreadName());
        unquoted.setLevel(event.getLevel());
        unquoted.setInstant(event.getInstant());
        unquoted.setMessage(message(event) + failures(event.getThrowableProxy()));
        return unquoted;
    }

    private static String message(ILoggingEvent event) {
        Object[] arguments = event.getArgumentArray() == null ? new Object[0] : event.getArgumentArray();
        Object[] shown = Arrays.stream(arguments)
                .map(argument -> argument instanceof Number ? argument : INSTEAD)
                .toArray();
        String message = MessageFormatter.basicArrayFormat(String.valueOf(event.getMessage()), shown);
        return message.replaceAll("\\s+", " ").strip();
    }

    private static String failures(@Nullable IThrowableProxy failure) {
        return failure == null
                ? ""
                : Stream.iterate(failure, each -> each != null, IThrowableProxy::getCause)
                        .map(IThrowableProxy::getClassName)
                        .collect(Collectors.joining(", caused by ", " (", ")"));
    }
}
