package org.emotitune.embedded;

import java.util.Map;

/**
 * What one phrase of the lexicon says.
 *
 * @param names the phrase names an emotion, so that a negation before it turns it round; a situation is not turned
 * @param emotions emotion word to weight, (0, 1]
 * @param defaults emotions that count only if nothing else in the message speaks of any
 * @param themes theme name to weight, (0, 1]
 */
record LexiconEntry(
        boolean names, Map<String, Double> emotions, Map<String, Double> defaults, Map<String, Double> themes) {
    LexiconEntry {
        emotions = Map.copyOf(emotions);
        defaults = Map.copyOf(defaults);
        themes = Map.copyOf(themes);
    }
}
