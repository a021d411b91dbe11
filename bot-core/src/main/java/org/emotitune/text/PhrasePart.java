package org.emotitune.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A part of a {@link Phrase}. */
sealed interface PhrasePart {

    /**
     * One word, any of these.
     *
     * @param exact whole words
     * @param prefixes beginnings of words
     * @param optional whether it may be missing
     */
    record Words(Set<String> exact, List<String> prefixes, boolean optional) implements PhrasePart {
        /** @param alternatives words, and beginnings of words that end in {@code *} */
        static Words of(List<String> alternatives, boolean optional) {
            Set<String> exact = new HashSet<>();
            List<String> prefixes = new ArrayList<>();
            for (String alternative : alternatives) {
                if (alternative.endsWith("*")) {
                    prefixes.add(Tokenizer.normalise(alternative.substring(0, alternative.length() - 1)));
                } else {
                    exact.add(Tokenizer.normalise(alternative));
                }
            }
            if (prefixes.contains("") || exact.contains("")) {
                throw new IllegalArgumentException("an empty word stands in a pattern");
            }
            return new Words(Set.copyOf(exact), List.copyOf(prefixes), optional);
        }

        boolean accepts(String word) {
            if (exact.contains(word)) {
                return true;
            }
            for (String prefix : prefixes) {
                if (word.startsWith(prefix)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Up to a few words, whichever. */
    record Gap() implements PhrasePart {}
}
