package org.emotitune.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotitune.text.Tokenizer;

/**
 * A word, number, face or punctuation mark of a message, and where it stands there.
 *
 * @param text a word in normal form, or what it is: {@code %n}, {@code %tens}, {@code %year}, {@code %decade} of a
 *     number, {@code %face} of an emoji, {@code %other} of what is none of these
 * @param value of a number: itself; of a decade: its first year; else 0
 * @param start index of its first character
 * @param end index after its last character
 */
record Piece(String text, int value, int start, int end) {
    private static final String OTHER = "%other";
    private static final String FACE = "%face";
    private static final int LARGEST_NUMBER = 999;

    // Possessive, so that no message takes quadratic time.
    private static final Pattern PIECE = Pattern.compile("(?<other>(?:https?://|www\\.)\\S++|[@#][\\p{L}\\p{Nd}_]++)"
            + "|(?<face>[:;=]['’]?-?[()DPp3/]++(?![\\p{L}\\p{Nd}])|<3++)"
            + "|(?<word>[\\p{L}\\p{M}\\p{Nd}]++(?:['’´`][\\p{L}\\p{M}\\p{Nd}]++)*+)"
            + "|(?<mark>[.,;:!?¡¿…\\n()\\[\\]{}\"“”«»|—–])"
            + "|[\\p{So}\\p{Sk}\\x{1F3FB}-\\x{1FAFF}]"
            + "|(?<join>[&/-])");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern DECADE = Pattern.compile("(?:1[89]|20)?[0-9]0s");
    private static final String MARKS = ".,;:!?¡¿…\n()[]{}\"“”«»|—–";
    private static final String UNITS = "%€$£°";
    private static final String SEPARATORS = ".,:/";
    private static final String PART_OF_NAME = ".!";

    /** @return the pieces in reading order; what stands between them is of no account */
    static List<Piece> of(String text) {
        Matcher matcher = PIECE.matcher(text);
        List<Piece> pieces = new ArrayList<>();
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            if (matcher.group("word") != null) {
                pieces.add(word(text, start, end));
            } else if (matcher.group("mark") != null) {
                if (!isInName(text, start)) {
                    pieces.add(new Piece(matcher.group(), 0, start, end));
                }
            } else if (matcher.group("join") == null) {
                pieces.add(new Piece(matcher.group("other") == null ? FACE : OTHER, 0, start, end));
            } else if (joins(text, start)) {
                pieces.add(new Piece(matcher.group(), 0, start, end));
            }
        }
        return pieces;
    }

    /** Whether it ends a clause, or begins one. */
    boolean isMark() {
        return text.length() == 1 && MARKS.indexOf(text.charAt(0)) >= 0;
    }

    /** Whether it is an emoji or a face of punctuation, which stands for a clause of its own. */
    boolean isFace() {
        return text.equals(FACE);
    }

    /** "P!nk", "R.E.M.": a mark between letters, one of which stands alone. */
    private static boolean isInName(String text, int at) {
        return PART_OF_NAME.indexOf(text.charAt(at)) >= 0
                && isLetter(text, at - 1)
                && isLetter(text, at + 1)
                && !(isLetter(text, at - 2) && isLetter(text, at + 2));
    }

    private static boolean joins(String text, int at) {
        return text.charAt(at) == '&' || (isDigit(text, at - 1) && isDigit(text, at + 1));
    }

    private static Piece word(String text, int start, int end) {
        String word = Tokenizer.normalise(text.substring(start, end));
        if (DECADE.matcher(word).matches()) {
            return new Piece("%decade", decade(Integer.parseInt(word.substring(0, word.length() - 1))), start, end);
        }
        if (!NUMBER.matcher(word).matches()) {
            return new Piece(word, 0, start, end);
        }
        if (word.length() > 4 || isPartOfNumber(text, start - 1, start - 2) || isPartOfNumber(text, end, end + 1)) {
            return new Piece(OTHER, 0, start, end);
        }
        int number = Integer.parseInt(word);
        String kind = kind(number);
        return new Piece(kind, kind.equals(OTHER) ? 0 : number, start, end);
    }

    /** "00s" and "10s" are of this century, "20s" to "90s" of the last. */
    private static int decade(int number) {
        return number >= 100 ? number : number < 20 ? 2000 + number : 1900 + number;
    }

    private static String kind(int number) {
        if (number >= 1900 && number <= 2100) {
            return "%year";
        }
        if (number == 0 || number > LARGEST_NUMBER) {
            return OTHER;
        }
        return number >= 20 && number <= 90 && number % 10 == 0 ? "%tens" : "%n";
    }

    /** "20€", "3.5", "12:30", "24/7": a sign of money or measure, or a mark between digits. */
    private static boolean isPartOfNumber(String text, int at, int beyond) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char neighbour = text.charAt(at);
        return UNITS.indexOf(neighbour) >= 0 || (SEPARATORS.indexOf(neighbour) >= 0 && isDigit(text, beyond));
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }
}
