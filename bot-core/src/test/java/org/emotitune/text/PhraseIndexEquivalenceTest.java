package org.emotitune.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotitune.text.PhraseIndex.Found;
import org.junit.jupiter.api.Test;

/** The index leaves out phrases that cannot match; what it finds must be what trying all of them everywhere finds. */
class PhraseIndexEquivalenceTest {
    private static final List<String> WORDS = List.of("ab", "abc", "b", "bc", "bca", "c", "ca");
    private static final List<String> MIDDLE = List.of("..", "[b]", "[ca|ab*]", "b*", "(bc|c*)", "abc", "c", "[bc*]");
    private static final List<String> ENDS = List.of("ab", "abc", "b*", "(c|bca)", "(ab*|c)", "ca");

    @Test
    void findsWhatTryingEveryPhraseEverywhereFinds() {
        Random random = new Random(7);
        int found = 0;
        for (int round = 0; round < 2_000; round++) {
            List<Map.Entry<Phrase, Integer>> phrases = phrases(random);
            List<Token> tokens = tokens(random);

            List<Found<Integer>> byIndex = new PhraseIndex<>(phrases).find(tokens);

            assertThat(byIndex).isEqualTo(byTryingAll(phrases, tokens));
            found += byIndex.size();
        }
        assertThat(found).isGreaterThan(4_000);
    }

    private static List<Found<Integer>> byTryingAll(List<Map.Entry<Phrase, Integer>> phrases, List<Token> tokens) {
        List<Found<Integer>> all = new ArrayList<>();
        for (int start = 0; start < tokens.size(); start++) {
            for (Map.Entry<Phrase, Integer> phrase : phrases) {
                List<Integer> positions = phrase.getKey().matchAt(tokens, start);
                if (!positions.isEmpty()) {
                    all.add(new Found<>(phrase.getValue(), positions));
                }
            }
        }
        all.sort(Comparator.<Found<Integer>>comparingInt(
                        each -> -each.positions().size())
                .thenComparingInt(Found::meaning));
        List<Found<Integer>> chosen = new ArrayList<>();
        for (Found<Integer> each : all) {
            if (chosen.stream().noneMatch(other -> other.positions().stream().anyMatch(each.positions()::contains))) {
                chosen.add(each);
            }
        }
        chosen.sort(Comparator.comparingInt(Found::start));
        return chosen;
    }

    private static List<Map.Entry<Phrase, Integer>> phrases(Random random) {
        List<Map.Entry<Phrase, Integer>> phrases = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> parts = new ArrayList<>();
            if (random.nextInt(4) == 0) {
                parts.add("[b|ca*]");
            }
            parts.add(pick(ENDS, random));
            for (int more = random.nextInt(3); more > 0; more--) {
                parts.add(pick(MIDDLE, random));
            }
            if (random.nextBoolean() || parts.getLast().equals("..")) {
                parts.add(pick(ENDS, random));
            }
            phrases.add(Map.entry(Phrase.parse(String.join(" ", parts), Map.of()), i));
        }
        return phrases;
    }

    private static List<Token> tokens(Random random) {
        List<Token> tokens = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            tokens.add(new Token(pick(WORDS, random), false, 0));
        }
        return tokens;
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
