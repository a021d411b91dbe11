package org.emotitune.lookup;

/**
 * Takes out of a song's words what pages and files put between them: a page's own sentences, section headers and
 * everything else in square brackets, time stamps, credits, look-alike letters, odd spaces, markup. Text that has none
 * of it comes back as it is, in any language and script.
 *
 * <p>Some noise cannot be told from words that are sung, and is taken for noise: the sentence "You might also like"
 * (also where it goes on: "You might also like the rain" becomes "the rain"), a text that ends in "Embed", a first line
 * that ends in "Lyrics", words in square brackets, and a first or last line that reads like a credit ("Música de Ana").
 */
public final class LyricsCleaner {
    /** Several times the longest song; what comes after is cut off. */
    public static final int MOST_CHARACTERS = 50_000;

    private LyricsCleaner() {}

    /**
     * @param raw as a source has it; may be empty
     * @return the words, lines parted by "\n" and stanzas by one empty line, in Unicode's form NFC; empty if nothing is
     *     left. Cleaning that once more changes nothing.
     */
    public static String clean(String raw) {
        String text = raw;
        String cleaner = once(text);
        // Taking one thing away can bring another to the end or the beginning. It ends, for each step only shortens the
        // text or writes letters in their final form.
        while (!cleaner.equals(text)) {
            text = cleaner;
            cleaner = once(text);
        }
        return text;
    }

    private static String once(String raw) {
        String text = Markup.read(cut(raw));
        text = PlainCharacters.of(text);
        text = PageParts.without(text);
        text = Annotations.without(text);
        text = CreditLines.without(text);
        // After these, or "всеEmbed" were a Latin word, and names in the credits words of the song.
        text = LookAlikes.toLatin(text);
        return Lines.tidy(text);
    }

    private static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
        return text.substring(0, splitsPair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
    }
}
