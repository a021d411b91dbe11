package org.emotitune.postgres;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.emotitune.llm.Ledger.Purpose;
import org.emotitune.llm.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Remembers on which day each call of this process has set something aside, for those that end after midnight. Calls
 * that set the same aside for the same are interchangeable. Thread-safe.
 */
final class CallsUnderWay {
    private record Call(Purpose purpose, @Nullable Long job, Tokens most) {}

    private final Map<Call, Deque<LocalDate>> days = new HashMap<>();

    synchronized void begin(Purpose purpose, @Nullable Long job, Tokens most, LocalDate day) {
        days.computeIfAbsent(new Call(purpose, job, most), call -> new ArrayDeque<>())
                .add(day);
    }

    /** @throws IllegalArgumentException if there is no such call */
    synchronized LocalDate end(Purpose purpose, @Nullable Long job, Tokens most) {
        Call call = new Call(purpose, job, most);
        Deque<LocalDate> begun = days.get(call);
        if (begun == null) {
            throw new IllegalArgumentException("%s were never set aside for %s".formatted(most, purpose));
        }
        LocalDate day = begun.remove();
        if (begun.isEmpty()) {
            days.remove(call);
        }
        return day;
    }
}
