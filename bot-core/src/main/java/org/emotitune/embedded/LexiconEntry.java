package org.emotitune.embedded;

import java.util.Map;

/**
 * What one phrase of the lexicon says.
 *
 * @param emotions emotion word to weight, (0, 1]; a negation before the phrase turns them round
 * @param defaults emotions that count only if nothing else in the message speaks of any
 * @param themes theme name to weight, (0, 1]
 */
record LexiconEntry(Map<String, Double> emotions, Map<String, Double> defaults, Map<String, Double> themes) {
    LexiconEntry {
        emotions = Map.copyOf(emotions);
        defaults = Map.copyOf(defaults);
        themes = Map.copyOf(themes);
    }
}
