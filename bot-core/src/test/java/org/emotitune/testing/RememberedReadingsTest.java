package org.emotitune.testing;

import org.emotitune.llm.KnownReadings;
import org.emotitune.llm.KnownReadingsContract;

class RememberedReadingsTest implements KnownReadingsContract {
    private final KnownReadings readings = new RememberedReadings();

    @Override
    public KnownReadings readings() {
        return readings;
    }
}
