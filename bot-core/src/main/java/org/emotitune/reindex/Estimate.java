package org.emotitune.reindex;

import java.util.OptionalDouble;

/**
 * What a job would have to do, told before it is begun.
 *
 * @param calls expected calls of a language model; a fraction where it is an average
 * @param money in the currency of the configured price; empty where no price is known
 */
public record Estimate(
        long songsToRead,
        long lyricsToLookUp,
        long popularitiesToLookUp,
        double calls,
        long inputTokens,
        long outputTokens,
        OptionalDouble money) {
    public Estimate {
        if (songsToRead < 0 || lyricsToLookUp < 0 || popularitiesToLookUp < 0 || inputTokens < 0 || outputTokens < 0) {
            throw new IllegalArgumentException("nothing can be done less than never");
        }
        if (!(calls >= 0) || !(money.orElse(0) >= 0)) {
            throw new IllegalArgumentException("%s calls for %s are no estimate".formatted(calls, money));
        }
    }
}
