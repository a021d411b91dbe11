package org.emotitune.reception;

import java.util.Set;

/**
 * In which channels every message is answered, not only those that call the bot, as admins have chosen. Thread-safe. What
 * changes throws {@link org.emotitune.index.StoreUnavailableException} if the store does not answer, and then changes
 * nothing, or nothing that this process sees.
 */
public interface OpenChannels {
    /**
     * Opens a channel.
     *
     * @param platform in small letters: "discord"
     * @param place id of the channel there, or of the thread
     * @return whether it was closed before
     */
    boolean open(String platform, String place);

    /**
     * Closes a channel, also one that is gone.
     *
     * @return whether it was open before
     */
    boolean close(String platform, String place);

    /** Asks no store: it is to be asked of every message. */
    boolean isOpen(String platform, String place);

    /** @return places of a platform, in no order */
    Set<String> all(String platform);
}
