package org.emotitune.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the phrases that occur in a message. Where matches overlap, the one that covers more words wins, then the one
 * that was added first. Immutable after building; thread-safe.
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseIndex<T> {

    /**
     * One phrase found.
     *
     * @param positions indices of the tokens that it covers, rising, at least one
     */
    public record Found<T>(T meaning, List<Integer> positions) {
        public Found {
            positions = List.copyOf(positions);
        }

        /** Index of the first token covered. */
        public int start() {
            return positions.getFirst();
        }
    }

    private record Entry<T>(Phrase phrase, T meaning, int order) {}

    private record Candidate<T>(Entry<T> entry, List<Integer> positions) {}

    private final Map<String, Openings<Entry<T>>> byWord = new HashMap<>();
    private final Map<String, Openings<Entry<T>>> byPrefix = new HashMap<>();
    private final int shortestPrefix;
    private final int longestPrefix;

    /** @param phrases in order of precedence among equals */
    public PhraseIndex(List<Map.Entry<Phrase, T>> phrases) {
        int order = 0;
        for (Map.Entry<Phrase, T> each : phrases) {
            Entry<T> entry = new Entry<>(each.getKey(), each.getValue(), order++);
            each.getKey().firstWords().forEach(word -> add(byWord, word, entry));
            each.getKey().firstPrefixes().forEach(prefix -> add(byPrefix, prefix, entry));
        }
        IntSummaryStatistics lengths =
                byPrefix.keySet().stream().mapToInt(String::length).summaryStatistics();
        shortestPrefix = lengths.getMin();
        longestPrefix = lengths.getMax();
    }

    private static <T> void add(Map<String, Openings<Entry<T>>> index, String key, Entry<T> entry) {
        index.computeIfAbsent(key, k -> new Openings<>()).add(entry.phrase(), entry);
    }

    /** @return phrases that do not share a token, in reading order */
    public List<Found<T>> find(List<Token> tokens) {
        List<Candidate<T>> candidates = new ArrayList<>();
        for (int start = 0; start < tokens.size(); start++) {
            collect(tokens, start, candidates);
        }
        candidates.sort(
                Comparator.<Candidate<T>>comparingInt(c -> -c.positions().size())
                        .thenComparingInt(c -> c.entry().order()));
        boolean[] taken = new boolean[tokens.size()];
        List<Found<T>> found = new ArrayList<>();
        for (Candidate<T> candidate : candidates) {
            if (isFree(candidate.positions(), taken)) {
                candidate.positions().forEach(at -> taken[at] = true);
                found.add(new Found<>(candidate.entry().meaning(), candidate.positions()));
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    private static boolean isFree(List<Integer> positions, boolean[] taken) {
        for (int at : positions) {
            if (taken[at]) {
                return false;
            }
        }
        return true;
    }

    private void collect(List<Token> tokens, int start, List<Candidate<T>> candidates) {
        String word = tokens.get(start).text();
        tryAll(byWord.get(word), tokens, start, candidates);
        for (int length = shortestPrefix; length <= Math.min(longestPrefix, word.length()); length++) {
            tryAll(byPrefix.get(word.substring(0, length)), tokens, start, candidates);
        }
    }

    private static <T> void tryAll(
            @Nullable Openings<Entry<T>> openings, List<Token> tokens, int start, List<Candidate<T>> candidates) {
        if (openings == null) {
            return;
        }
        String second = start + 1 < tokens.size() ? tokens.get(start + 1).text() : "";
        openings.each(second, entry -> {
            List<Integer> positions = entry.phrase().matchAt(tokens, start);
            if (!positions.isEmpty()) {
                candidates.add(new Candidate<>(entry, positions));
            }
        });
    }
}
