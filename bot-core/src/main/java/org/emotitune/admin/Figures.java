package org.emotitune.admin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotitune.intake.IntakeStore.Waiting;
import org.emotitune.reindex.Spent;
import org.jspecify.annotations.Nullable;

/**
 * How the bot is doing.
 *
 * @param searched songs in the index; 0 where there is none yet
 * @param answers outcome to how many answers of the last {@link #DAYS} days had it
 * @param spentToday for a language model, since midnight UTC; null where none is set
 */
public record Figures(
        long searched,
        Waiting waiting,
        Map<String, Long> answers,
        @Nullable Spent spentToday) {
    /** Today is one of them. */
    public static final int DAYS = 7;

    public Figures {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /** A line for each. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("Songs that are searched: %,d".formatted(searched));
        lines.add("Songs that wait to be read: %,d".formatted(waiting.toRead()));
        lines.add("Songs whose lyrics are not known yet: %,d".formatted(waiting.toLookUp()));
        long all = answers.values().stream().mapToLong(Long::longValue).sum();
        lines.add("Answers of the last %d days: %,d".formatted(DAYS, all));
        answers.forEach((outcome, number) -> lines.add("  %s: %,d".formatted(outcome, number)));
        if (spentToday != null) {
            lines.add("Calls of the language model today (UTC): %,d".formatted(spentToday.calls()));
            if (spentToday.calls() > 0) {
                lines.add("  " + spentToday.brief());
            }
        }
        return String.join("\n", lines);
    }
}
