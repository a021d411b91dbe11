package org.emotitune.telegram;

import java.util.List;
import java.util.function.Consumer;
import org.emotitune.reception.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Hands batches over, whatever comes of it: what fails would fail again, so it is logged, without a word of it. */
record HandOver(Consumer<List<Update>> updates) {
    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

    @SuppressWarnings("CatchThrowable")
    void give(List<Update> batch) {
        try {
            updates.accept(batch);
        } catch (Throwable e) {
            LOG.error("{} updates failed: {}", batch.size(), Trace.withoutWords(e));
        }
    }
}
