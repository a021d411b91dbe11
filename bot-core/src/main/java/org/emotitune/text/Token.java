package org.emotitune.text;

/**
 * One word or emoji of a message, in normal form.
 *
 * @param text lower case, without accents, apostrophes and elongation; an emoji stands as itself; never empty
 * @param emphatic written in capitals, elongated, or followed by two or more exclamation marks
 * @param clause number of the clause it stands in, from 0: punctuation and adversative conjunctions begin a new one
 */
public record Token(String text, boolean emphatic, int clause) {
    public Token {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a token cannot be empty");
        }
    }
}
