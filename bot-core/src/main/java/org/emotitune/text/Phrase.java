package org.emotitune.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.emotitune.text.PhrasePart.Gap;
import org.emotitune.text.PhrasePart.Words;

/**
 * A pattern over tokens, as the lexicon files write it: {@code no .. aguant* [mas|ya]}.
 *
 * <ul>
 *   <li>{@code word} that word, {@code wor*} any word that begins so;
 *   <li>{@code (a|b|c*)} one of these, {@code [a|b]} one of these or nothing;
 *   <li>{@code <name>} one word of a class declared elsewhere in the file;
 *   <li>{@code ..} up to three words, whichever.
 * </ul>
 */
public final class Phrase {
    private static final int LONGEST_GAP = 3;
    private static final int NONE = -1;
    private static final Pattern PART = Pattern.compile(
            "\\.\\.|\\([^()<>\\s]+\\)|\\[[^\\[\\]<>\\s]+]|<[a-z-]+>|[^\\s()\\[\\]<>|]+|[:;=]-?[()]+|<3");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String SPECIAL = "()[]<>|";

    private final List<PhrasePart> parts;

    private Phrase(List<PhrasePart> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * @param classes words of each class that {@code <name>} may name
     * @throws IllegalArgumentException with one sentence that says what is wrong with the pattern
     */
    public static Phrase parse(String pattern, Map<String, List<String>> classes) {
        List<PhrasePart> parts = new ArrayList<>();
        for (String piece : SPACE.split(pattern.strip())) {
            if (!isPlain(piece) && !PART.matcher(piece).matches()) {
                throw new IllegalArgumentException("cannot read '%s' in the pattern '%s'".formatted(piece, pattern));
            }
            parts.add(part(piece, classes));
        }
        boolean openEnded = parts.getFirst() instanceof Gap || parts.getLast() instanceof Gap;
        if (openEnded || parts.stream().noneMatch(part -> part instanceof Words words && !words.optional())) {
            throw new IllegalArgumentException("the pattern '%s' must begin and end with a word".formatted(pattern));
        }
        return new Phrase(parts);
    }

    /** One word, as most pieces are: there is nothing in it to be taken apart. */
    private static boolean isPlain(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            if (SPECIAL.indexOf(piece.charAt(i)) >= 0) {
                return false;
            }
        }
        return !piece.isEmpty();
    }

    private static PhrasePart part(String piece, Map<String, List<String>> classes) {
        if (piece.equals("..")) {
            return new Gap();
        }
        if (isPlain(piece)) {
            return Words.of(List.of(piece), false);
        }
        if (piece.endsWith(">")) {
            List<String> words = classes.get(piece.substring(1, piece.length() - 1));
            if (words == null) {
                throw new IllegalArgumentException("no class %s is declared above".formatted(piece));
            }
            return Words.of(words, false);
        }
        boolean optional = piece.startsWith("[");
        boolean grouped = optional || piece.startsWith("(");
        String inner = grouped ? piece.substring(1, piece.length() - 1) : piece;
        return Words.of(Arrays.asList(inner.split("\\|")), optional);
    }

    /** Whole words that a match can begin with. */
    Set<String> firstWords() {
        Set<String> first = new HashSet<>();
        leading().forEach(words -> first.addAll(words.exact()));
        return first;
    }

    /** Beginnings of words that a match can begin with. */
    Set<String> firstPrefixes() {
        Set<String> first = new HashSet<>();
        leading().forEach(words -> first.addAll(words.prefixes()));
        return first;
    }

    private List<Words> leading() {
        List<Words> leading = new ArrayList<>();
        for (PhrasePart part : parts) {
            if (!(part instanceof Words words)) {
                break;
            }
            leading.add(words);
            if (!words.optional()) {
                break;
            }
        }
        return leading;
    }

    /**
     * What every match has as its second token, as far as that is words; empty where it may be anything, or where a match
     * may be a single token.
     */
    Optional<Words> second() {
        Set<String> exact = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        int leading = leading().size();
        for (int at = 1; at <= leading || isOptional(at - 1); at++) {
            if (at == parts.size() || !(parts.get(at) instanceof Words words)) {
                return Optional.empty();
            }
            exact.addAll(words.exact());
            prefixes.addAll(words.prefixes());
        }
        return Optional.of(new Words(exact, List.copyOf(prefixes), false));
    }

    private boolean isOptional(int part) {
        return part < parts.size() && parts.get(part) instanceof Words words && words.optional();
    }

    /**
     * Tries to match from one position.
     *
     * @return positions of the tokens that the phrase's own words cover, in order (words in a gap are not among them),
     *     the longest match where there are several; empty if the phrase does not match here
     */
    List<Integer> matchAt(List<Token> tokens, int start) {
        int[] covered = new int[parts.size()];
        int count = match(tokens, start, 0, covered, 0);
        return count == NONE
                ? List.of()
                : Arrays.stream(covered, 0, count).boxed().toList();
    }

    /**
     * @param covered receives the positions from index {@code count} on; a field would not be thread-safe, a list costs
     *     more than all the rest, for nearly every attempt fails at the second word
     * @return how many positions are covered in all, or {@link #NONE}
     */
    private int match(List<Token> tokens, int at, int part, int[] covered, int count) {
        if (part == parts.size()) {
            return count;
        }
        return switch (parts.get(part)) {
            case Gap() -> matchAfterGap(tokens, at, part + 1, covered, count);
            case Words words -> matchWord(tokens, at, part, words, covered, count);
        };
    }

    private int matchAfterGap(List<Token> tokens, int at, int part, int[] covered, int count) {
        for (int skip = 0; skip <= LONGEST_GAP; skip++) {
            int matched = match(tokens, at + skip, part, covered, count);
            if (matched != NONE) {
                return matched;
            }
        }
        return NONE;
    }

    private int matchWord(List<Token> tokens, int at, int part, Words words, int[] covered, int count) {
        if (at < tokens.size() && words.accepts(tokens.get(at).text())) {
            covered[count] = at;
            int matched = match(tokens, at + 1, part + 1, covered, count + 1);
            if (matched != NONE) {
                return matched;
            }
        }
        return words.optional() ? match(tokens, at, part + 1, covered, count) : NONE;
    }
}
