package org.emotitune.discord;

import org.emotitune.admin.JobWatches;
import org.emotitune.index.StoreUnavailableException;
import org.emotitune.reception.OpenChannels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels of which something is kept: which are open, and which show how jobs go. Thread-safe. */
final class OpenRooms implements Listening {
    private static final Logger LOG = LoggerFactory.getLogger(OpenRooms.class);

    private final OpenChannels channels;
    private final JobWatches watches;
    private final Errands errands;

    OpenRooms(OpenChannels channels, JobWatches watches, Errands errands) {
        this.channels = channels;
        this.watches = watches;
        this.errands = errands;
    }

    private static String place(long channel) {
        return Long.toUnsignedString(channel);
    }

    boolean isOpen(long channel) {
        return channels.isOpen(Incoming.PLATFORM, place(channel));
    }

    @Override
    public void open(long channel) {
        var unused = channels.open(Incoming.PLATFORM, place(channel));
    }

    @Override
    public void close(long channel) {
        var unused = channels.close(Incoming.PLATFORM, place(channel));
    }

    /** A channel was deleted: nothing of it is kept. Returns at once. */
    void gone(long channel) {
        errands.run(() -> {
            try {
                if (isOpen(channel)) {
                    close(channel);
                }
                watches.gone(place(channel));
            } catch (StoreUnavailableException e) {
                LOG.warn("What is kept of a deleted channel stays until it is deleted by hand: {}", e.getMessage());
            }
        });
    }
}
