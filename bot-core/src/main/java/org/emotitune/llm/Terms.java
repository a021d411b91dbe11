package org.emotitune.llm;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects the words that a model tells, in its order. Drops everything that could be more than a word. */
final class Terms {
    /** The vocabulary matches no longer term. */
    private static final int LONGEST = 40;

    /** How much less a word of a list without weights weighs than the one before it, and the least that it weighs. */
    private static final double STEP = 0.1;

    private final int mostWords;
    private final Map<String, Double> weights = new LinkedHashMap<>();
    private boolean dropped;

    private Terms(int mostWords) {
        this.mostWords = mostWords;
    }

    /** "sed de venganza" has three words; more of them say more than a feeling. */
    static Terms emotions() {
        return new Terms(3);
    }

    /** Themes have the longer names ("muerte de un ser querido"), and are known by them only. */
    static Terms themes() {
        return new Terms(5);
    }

    /** @param rank from 0, the strongest */
    static double byRank(int rank) {
        return Math.max(1 - STEP * rank, STEP);
    }

    /** @param weight of any size; more than 1 counts as 1 */
    void add(String told, double weight) {
        String term = Normalizer.normalize(told.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (isTerm(term) && weight > 0 && Double.isFinite(weight)) {
            weights.merge(term, Math.min(weight, 1), Math::max);
        } else {
            drop();
        }
    }

    /** Something was told that is no word. */
    void drop() {
        dropped = true;
    }

    /** Whether something was told, but no word that can be used. */
    boolean areAllDropped() {
        return dropped && weights.isEmpty();
    }

    boolean isAnyDropped() {
        return dropped;
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }

    /** @return the strongest; of those as strong as each other the first told */
    Map<String, Double> strongest(int most) {
        return weights.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean isTerm(String term) {
        if (term.isEmpty() || term.length() > LONGEST || !term.codePoints().allMatch(Terms::canBeInATerm)) {
            return false;
        }
        long words = term.chars().filter(c -> c == ' ' || c == '-').count() + 1;
        return words <= mostWords && Character.isLetter(term.codePointAt(0));
    }

    private static boolean canBeInATerm(int point) {
        return point == ' '
                || point == '-'
                || point == '\''
                || point == '’'
                || (Character.isLetter(point) && Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN);
    }
}
