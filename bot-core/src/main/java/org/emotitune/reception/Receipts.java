package org.emotitune.reception;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Which messages and taps of a platform have been taken in, so that none is taken in twice, also after a restart. */
public interface Receipts {
    /**
     * Takes in what has not been taken in before. Ids need no order, and may begin again anywhere after a while.
     *
     * @param platform in small letters, and the bot's id where a platform numbers for each bot: "telegram:4242"
     * @return those of the ids that are new
     * @throws org.emotitune.index.StoreUnavailableException if the store does not answer; nothing is taken in then
     */
    Set<Long> take(String platform, Collection<Long> ids, Instant now);

    /** Forgets what was taken in before a moment. */
    void forgetBefore(Instant moment);
}
