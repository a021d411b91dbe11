package org.emotitune.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a chat message into {@link Token}s in normal form, so that "TRISTEEE", "tristé" and "triste" are one word.
 * Links, mentions and numbers are left out, but for digits of chat spelling ("2" for "to"). Thread-safe.
 */
public final class Tokenizer {
    // Written so that no message takes quadratic time or overflows the stack: possessive quantifiers, no \b (which
    // looks back over a whole row of combining marks).
    private static final Pattern NOISE = Pattern.compile(
            "(?i)(?<!\\w)(?:https?://|www\\.)\\S+|(?<![\\w.+-])[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++|@\\w+");
    private static final Pattern PIECE = Pattern.compile(
            "[\\p{L}\\p{M}\\p{Nd}]++(?:['’´`][\\p{L}\\p{M}\\p{Nd}]++)*+|[:;=xX]?-?[()]{1,3}(?!\\p{L})|<3+|\\p{So}|\\p{Sk}|[\\x{1F3FB}-\\x{1FAFF}]"
                    + "|[.,;:!?¡¿…\\n()]+");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
    private static final Pattern ELONGATION = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern LAUGHTER =
            Pattern.compile("(?:j++[aeiou]++){2,}+j*|(?:h++[aeiou]++){2,}+h*|l+o+l+|lmf?ao+|x+d+|j{3,}");
    private static final String PUNCTUATION = ".,;:!?¡¿…\n()";
    private static final String LAUGHTER_BEGINS = "jhlx";
    private static final Set<String> ADVERSATIVE = Set.of("pero", "aunque", "but", "although", "though", "however");

    private final Map<String, List<String>> chatSpelling;

    /** @param chatSpelling short forms in normal form ("xq") to the words that they stand for ("por que") */
    public Tokenizer(Map<String, List<String>> chatSpelling) {
        this.chatSpelling = Map.copyOf(chatSpelling);
    }

    /** @return the tokens in reading order; empty where the message holds no word and no emoji */
    public List<Token> tokens(String message) {
        Matcher pieces = PIECE.matcher(NOISE.matcher(message).replaceAll(" "));
        List<Token> tokens = new ArrayList<>();
        int clause = 0;
        while (pieces.find()) {
            String piece = pieces.group();
            if (isPunctuation(piece)) {
                emphasise(tokens, piece);
                clause++;
                continue;
            }
            boolean emphatic = isShouted(piece) || isElongated(piece);
            for (String word : words(normalise(piece))) {
                if (ADVERSATIVE.contains(word)) {
                    clause++;
                }
                tokens.add(new Token(word, emphatic, clause));
            }
        }
        return tokens;
    }

    /** Digits say something only in chat spelling ("gr8", "2"): elsewhere "3am" is "am", and a number is nothing. */
    private List<String> words(String normal) {
        List<String> spelledOut = chatSpelling.get(normal);
        if (spelledOut != null) {
            return spelledOut;
        }
        if (!Character.isLetterOrDigit(normal.codePointAt(0))) {
            return List.of(normal);
        }
        String letters = DIGITS.matcher(normal).replaceAll("");
        return letters.isEmpty() ? List.of() : chatSpelling.getOrDefault(letters, List.of(letters));
    }

    /**
     * The normal form of one word: lower case, no accents (ñ becomes n), no apostrophes, three or more equal letters
     * become one, laughter becomes "jaja".
     */
    public static String normalise(String word) {
        if (word.length() == 1 && word.charAt(0) < 128) {
            return word.toLowerCase(Locale.ROOT);
        }
        String lower = word.toLowerCase(Locale.ROOT);
        String plain = isPlain(lower) ? lower : stripAccents(lower);
        if (mayLaugh(plain) && LAUGHTER.matcher(plain).matches()) {
            return "jaja";
        }
        return mayBeElongated(plain) ? ELONGATION.matcher(plain).replaceAll("$1") : plain;
    }

    /** Neither accents nor apostrophes: most words, and none of the costly steps is for them. */
    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 128 || c == '\'' || c == '`') {
                return false;
            }
        }
        return true;
    }

    private static boolean mayLaugh(String word) {
        return !word.isEmpty() && LAUGHTER_BEGINS.indexOf(word.charAt(0)) >= 0;
    }

    private static boolean mayBeElongated(String word) {
        for (int i = 2; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isSurrogate(c) || (c == word.charAt(i - 1) && c == word.charAt(i - 2))) {
                return true;
            }
        }
        return false;
    }

    private static String stripAccents(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        // Marks go before, too: putting a long row of them in order takes quadratic time.
        String bare = word.codePoints().anyMatch(Tokenizer::isMark) ? withoutMarks(word) : word;
        String decomposed = Normalizer.isNormalized(bare, Normalizer.Form.NFD)
                ? bare
                : Normalizer.normalize(bare, Normalizer.Form.NFD);
        decomposed
                .codePoints()
                .filter(c -> !isMark(c) && c != '\'' && c != '’' && c != '´' && c != '`')
                .forEach(plain::appendCodePoint);
        return plain.isEmpty() ? word : plain.toString();
    }

    private static String withoutMarks(String word) {
        return word.codePoints()
                .filter(c -> !isMark(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isMark(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    private static boolean isPunctuation(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            if (PUNCTUATION.indexOf(piece.charAt(i)) < 0) {
                return false;
            }
        }
        return !isFace(piece);
    }

    private static boolean isFace(String piece) {
        return piece.length() > 1
                && (piece.startsWith(":") || piece.startsWith(";") || piece.startsWith("=") || piece.startsWith("x"))
                && (piece.indexOf(')') > 0 || piece.indexOf('(') > 0);
    }

    private static void emphasise(List<Token> tokens, String punctuation) {
        boolean shouting = punctuation.indexOf('!') >= 0 && punctuation.indexOf('!') != punctuation.lastIndexOf('!');
        if (shouting && !tokens.isEmpty()) {
            Token last = tokens.removeLast();
            tokens.add(new Token(last.text(), true, last.clause()));
        }
    }

    private static boolean isShouted(String piece) {
        return piece.length() > 2
                && Character.isUpperCase(piece.charAt(0))
                && piece.chars().allMatch(Character::isUpperCase);
    }

    private static boolean isElongated(String piece) {
        return mayBeElongated(piece) && ELONGATION.matcher(piece).find();
    }
}
