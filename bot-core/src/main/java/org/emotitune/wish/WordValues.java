package org.emotitune.wish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotitune.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Words that stand for a value, such as names of numbers.
 *
 * @param <T> the value
 */
final class WordValues<T> {
    private final Map<String, T> words = new HashMap<>();
    private final Map<String, T> prefixes = new HashMap<>();
    private final List<String> all = new ArrayList<>();
    private final Set<T> values = new LinkedHashSet<>();

    /** @param words each a word, or the beginning of words, which ends in {@code *} */
    void add(List<String> words, T value) {
        values.add(value);
        for (String word : words) {
            all.add(word);
            if (word.endsWith("*")) {
                prefixes.put(Tokenizer.normalise(word.substring(0, word.length() - 1)), value);
            } else {
                this.words.put(Tokenizer.normalise(word), value);
            }
        }
    }

    /** @return all of them as a class of words in a pattern */
    List<String> all() {
        return List.copyOf(all);
    }

    /** @return what words stand for, each once, in the order in which they were added */
    List<T> values() {
        return List.copyOf(values);
    }

    /** @param word in normal form */
    @Nullable
    T of(String word) {
        T value = words.get(word);
        if (value != null) {
            return value;
        }
        for (Map.Entry<String, T> prefix : prefixes.entrySet()) {
            if (word.startsWith(prefix.getKey())) {
                return prefix.getValue();
            }
        }
        return null;
    }
}
