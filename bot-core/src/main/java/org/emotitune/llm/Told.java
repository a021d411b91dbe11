package org.emotitune.llm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model told of a message or a song, in words that are no sentences; the vocabulary comes after.
 *
 * @param language ISO 639-1 code; null where it was not told
 * @param emotions word to weight, (0, 1]; none only for messages in which nothing is felt
 * @param themes name to weight, (0, 1]
 * @param danger whether somebody may be in danger; never for songs
 */
record Told(@Nullable String language, Map<String, Double> emotions, Map<String, Double> themes, boolean danger) {
    Told {
        emotions = Map.copyOf(emotions);
        themes = Map.copyOf(themes);
    }
}
