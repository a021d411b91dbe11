package org.emotitune.emotion;

/**
 * An emotion or a theme, and how much of it there is.
 *
 * @param word key of the vocabulary
 * @param weight above 0, up to 1
 */
public record WeightedWord(String word, double weight) {
    public WeightedWord {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight of %s is not in (0, 1]: %s".formatted(word, weight));
        }
    }
}
