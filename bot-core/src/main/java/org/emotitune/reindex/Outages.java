package org.emotitune.reindex;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.emotitune.lookup.ServiceUnavailableException;

/** Spares a job the wait for services that are down: who has failed five times in a row is left alone for fifty songs. */
final class Outages {
    private static final int IN_A_ROW = 5;
    private static final int LEFT_ALONE = 50;

    /** @param spared how many songs it is still left alone for */
    private record Outage(int inARow, int spared, ServiceUnavailableException last) {}

    private final Map<String, Outage> outages = new HashMap<>();

    /** @throws ServiceUnavailableException as the service does, or as it did the last time */
    <T> T ask(String service, Supplier<T> question) {
        Outage outage = outages.get(service);
        if (outage != null && outage.spared() > 0) {
            outages.put(service, new Outage(outage.inARow(), outage.spared() - 1, outage.last()));
            throw outage.last();
        }
        try {
            T answer = question.get();
            outages.remove(service);
            return answer;
        } catch (ServiceUnavailableException e) {
            int inARow = outage == null ? 1 : outage.inARow() + 1;
            outages.put(service, new Outage(inARow, inARow >= IN_A_ROW ? LEFT_ALONE : 0, e));
            throw e;
        }
    }
}
