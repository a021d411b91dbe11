package org.emotitune.conversation;

import java.time.LocalDate;
import java.util.Map;

/** How many answers of each outcome were given on each day, to nobody in particular. Thread-safe. */
public interface OutcomeCounts {

    /**
     * Adds to what a day has.
     *
     * @param countsOfOneDay outcome, such as {@code songs}, to how many more answers had it, 1 or more
     * @throws org.emotitune.index.StoreUnavailableException if the store does not answer; nothing was added then
     */
    void add(Map<String, Long> countsOfOneDay, LocalDate day);

    /**
     * @return outcome to how many answers had it on that day or later
     * @throws org.emotitune.index.StoreUnavailableException if the store does not answer
     */
    Map<String, Long> since(LocalDate day);
}
