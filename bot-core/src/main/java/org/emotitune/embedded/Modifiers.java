package org.emotitune.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotitune.emotion.Language;
import org.emotitune.emotion.Resources;
import org.emotitune.text.Phrase;
import org.emotitune.text.PhraseIndex;
import org.emotitune.text.Token;
import org.emotitune.text.Tokenizer;

/** What the small words before an emotion do to it: negators, intensifiers, diminishers. Immutable. */
final class Modifiers {
    /** How many words before an emotion a negator reaches it from. */
    private static final int NEGATION_REACH = 4;

    private static final int INTENSITY_REACH = 2;
    private static final double STRONGER = 1.25;
    private static final double WEAKER = 0.6;
    private static final double EMPHASIS = 1.15;

    private final Set<String> negators;
    private final Set<String> stronger;
    private final Set<String> weaker;
    private final PhraseIndex<Boolean> plain;

    private Modifiers(Set<String> negators, Set<String> stronger, Set<String> weaker, PhraseIndex<Boolean> plain) {
        this.negators = Set.copyOf(negators);
        this.stronger = Set.copyOf(stronger);
        this.weaker = Set.copyOf(weaker);
        this.plain = plain;
    }

    /** Both languages' modifiers together: their words do not collide. */
    static Modifiers load() {
        Set<String> negators = new HashSet<>();
        Set<String> stronger = new HashSet<>();
        Set<String> weaker = new HashSet<>();
        List<Map.Entry<Phrase, Boolean>> plain = new ArrayList<>();
        for (Language language : Language.values()) {
            ModifierFile.each(language, (kind, value) -> {
                switch (kind) {
                    case "negate" -> addWords(negators, value);
                    case "stronger" -> addWords(stronger, value);
                    case "weaker" -> addWords(weaker, value);
                    case "plain" -> plain.add(Map.entry(Phrase.parse(value, Map.of()), true));
                    default -> {}
                }
            });
        }
        return new Modifiers(negators, stronger, weaker, new PhraseIndex<>(plain));
    }

    private static void addWords(Set<String> words, String line) {
        words.addAll(ModifierFile.words(line));
    }

    /** Positions of the negators of a message that negate. */
    Set<Integer> negations(List<Token> tokens) {
        Set<Integer> positions = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (negators.contains(tokens.get(i).text())) {
                positions.add(i);
            }
        }
        if (!positions.isEmpty()) {
            plain.find(tokens).forEach(found -> positions.removeAll(found.positions()));
        }
        return positions;
    }

    /**
     * @param negations positions of negators that no other phrase has used
     * @return whether one of them stands shortly before the position, in the same clause
     */
    static boolean isNegated(List<Token> tokens, int position, Set<Integer> negations) {
        for (int at = position - 1; at >= 0 && at >= position - NEGATION_REACH; at--) {
            if (tokens.get(at).clause() != tokens.get(position).clause()) {
                return false;
            }
            if (negations.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** @return factor on the weight of a phrase that covers these positions */
    double intensity(List<Token> tokens, List<Integer> positions) {
        double factor = positions.stream().anyMatch(at -> tokens.get(at).emphatic()) ? EMPHASIS : 1;
        int start = positions.getFirst();
        for (int at = start - 1; at >= 0 && at >= start - INTENSITY_REACH; at--) {
            String word = tokens.get(at).text();
            if (tokens.get(at).clause() != tokens.get(start).clause()) {
                break;
            }
            if (weaker.contains(word)) {
                return factor * WEAKER;
            }
            if (stronger.contains(word)) {
                return factor * STRONGER;
            }
        }
        return factor;
    }

    /** The modifier file of a language: lines of {@code kind = words}. */
    static final class ModifierFile {
        interface Reader {
            void accept(String kind, String value);
        }

        private ModifierFile() {}

        static void each(Language language, Reader reader) {
            String file = "modifiers-%s.txt".formatted(language.code());
            Resources.eachLine(file, Resources.reader(Modifiers.class, file), line -> {
                String[] parts = line.split("\\s*=\\s*", 2);
                if (parts.length != 2 || !KINDS.contains(parts[0])) {
                    throw new IllegalArgumentException("'kind = words' is expected, the kind one of " + KINDS);
                }
                reader.accept(parts[0], parts[1]);
            });
        }

        static List<String> words(String line) {
            return Arrays.stream(line.split("\\s+")).map(Tokenizer::normalise).toList();
        }

        private static final List<String> KINDS = List.of("negate", "stronger", "weaker", "plain", "function");
    }
}
