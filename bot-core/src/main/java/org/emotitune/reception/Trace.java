package org.emotitune.reception;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be logged of a failure. */
public final class Trace {
    private Trace() {}

    /**
     * Classes and stack frames of a failure and its causes. Messages of exceptions are left out: they often quote what
     * somebody wrote.
     */
    public static String withoutWords(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (@Nullable Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
            text.append(text.isEmpty() ? "" : "\ncaused by ")
                    .append(each.getClass().getName());
            for (StackTraceElement frame : each.getStackTrace()) {
                text.append("\n\tat ").append(frame);
            }
        }
        return text.toString();
    }
}
