package org.emotitune.wish;

import java.util.HashSet;
import java.util.Set;

/**
 * Single words that wishes are made of.
 *
 * @param languages names of languages, to their ISO 639-1 codes
 * @param decades names of decades, to their first years
 * @param numbers numbers in words
 * @param noNames words that no artist's name begins with where a name is not surely announced
 * @param ordinary words that are no artist's name by themselves there
 */
record WishWords(
        WordValues<String> languages,
        WordValues<Integer> decades,
        WordValues<Integer> numbers,
        Set<String> noNames,
        Set<String> ordinary) {
    WishWords() {
        this(new WordValues<>(), new WordValues<>(), new WordValues<>(), new HashSet<>(), new HashSet<>());
    }
}
