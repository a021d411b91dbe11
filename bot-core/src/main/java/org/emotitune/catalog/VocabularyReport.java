package org.emotitune.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.emotitune.emotion.Profile;
import org.emotitune.emotion.Stems;

/**
 * Compares the emotion words of a catalog before and after they went through the controlled vocabulary. Songs are told one
 * by one and only counted: memory grows with the number of distinct words. Not thread-safe.
 */
public final class VocabularyReport {

    /**
     * Two words with one stem, which should have been one word.
     *
     * @param one the first of the two by the alphabet
     */
    public record DerivativePair(String one, String other) {}

    /**
     * The words of a catalog.
     *
     * @param distinctWords number of different words
     * @param entropy Shannon entropy (1948) of the distribution of the words, in bits: 0 if all songs have the same one
     *     word, log₂ of the number of words if all are equally frequent
     * @param overlap mean over all pairs of songs of the number of words that both have, divided by the most words that a
     *     profile has (8): 0 where no two songs share a word, 1 where all have the same eight; 0 for fewer than two songs.
     *     Not Jaccard's index, which cannot be had from counts alone
     * @param derivativePairs by the alphabet
     */
    public record Words(int distinctWords, double entropy, double overlap, List<DerivativePair> derivativePairs) {
        public Words {
            derivativePairs = List.copyOf(derivativePairs);
        }
    }

    /**
     * @param songs how many songs were told
     * @param reduction share of the distinct words that the vocabulary has taken away, in percent; below 0 where it has
     *     added some; 0 for no songs
     * @param leftOut terms that became no word, to the number of songs that have them, by the alphabet
     */
    public record Figures(long songs, Words before, Words after, double reduction, Map<String, Long> leftOut) {
        public Figures {
            leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        }

        /** @return terms that became no word: those that most songs have first, then by the alphabet */
        public List<LeftOut> mostLeftOut(int most) {
            return leftOut.entrySet().stream()
                    .map(entry -> new LeftOut(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingLong(LeftOut::songs).reversed().thenComparing(LeftOut::term))
                    .limit(most)
                    .toList();
        }
    }

    /** A term that became no word, and how many songs have it. */
    public record LeftOut(String term, long songs) {}

    private static final Comparator<DerivativePair> ALPHABET =
            Comparator.comparing(DerivativePair::one).thenComparing(DerivativePair::other);

    private final Predicate<String> understood;
    private final Map<String, Long> before = new TreeMap<>();
    private final Map<String, Long> after = new TreeMap<>();
    private long songs;

    /** @param understood whether the vocabulary maps a term to a word; asked once for each distinct term */
    public VocabularyReport(Predicate<String> understood) {
        this.understood = understood;
    }

    /**
     * Counts one song.
     *
     * @param terms its emotions as they were given; case and spaces around them make no difference
     * @param words its emotions of the vocabulary
     */
    public void add(Collection<String> terms, Collection<String> words) {
        songs++;
        Set<String> distinct = new LinkedHashSet<>();
        terms.forEach(term -> distinct.add(term.strip().toLowerCase(Locale.ROOT)));
        distinct.forEach(term -> before.merge(term, 1L, Long::sum));
        Set.copyOf(words).forEach(word -> after.merge(word, 1L, Long::sum));
    }

    /** @return the figures of all songs that were told so far */
    public Figures figures() {
        Map<String, Long> leftOut = new TreeMap<>(before);
        leftOut.keySet().removeIf(understood);
        double reduction = before.isEmpty() ? 0 : 100.0 * (before.size() - after.size()) / before.size();
        return new Figures(songs, words(before), words(after), reduction, leftOut);
    }

    private Words words(Map<String, Long> counts) {
        return new Words(counts.size(), entropy(counts), overlap(counts), derivativePairs(counts.keySet()));
    }

    private static double entropy(Map<String, Long> counts) {
        double all = counts.values().stream().mapToDouble(count -> count).sum();
        return counts.values().stream()
                .mapToDouble(count -> count / all * Math.log(all / count) / Math.log(2))
                .sum();
    }

    /** A word that n songs have is shared by n(n − 1)/2 pairs: so all pairs are counted without looking at any. */
    private double overlap(Map<String, Long> counts) {
        double shared = counts.values().stream()
                .mapToDouble(count -> pairs((double) count))
                .sum();
        return songs < 2 ? 0 : shared / pairs((double) songs) / Profile.MOST_EMOTIONS;
    }

    private static double pairs(double of) {
        return of * (of - 1) / 2;
    }

    /** @return the pairs of words that have a stem in common in one of the languages, by the alphabet */
    public static List<DerivativePair> derivativePairs(Collection<String> words) {
        Map<String, Set<String>> byStem = new TreeMap<>();
        for (String word : words) {
            Stems.of(word)
                    .forEach(stem ->
                            byStem.computeIfAbsent(stem, key -> new TreeSet<>()).add(word));
        }
        Set<DerivativePair> pairs = new TreeSet<>(ALPHABET);
        byStem.values().forEach(kin -> pairs.addAll(pairsAmong(List.copyOf(kin))));
        return List.copyOf(pairs);
    }

    private static List<DerivativePair> pairsAmong(List<String> kin) {
        List<DerivativePair> pairs = new ArrayList<>();
        for (int i = 0; i < kin.size(); i++) {
            for (int j = i + 1; j < kin.size(); j++) {
                pairs.add(new DerivativePair(kin.get(i), kin.get(j)));
            }
        }
        return pairs;
    }
}
