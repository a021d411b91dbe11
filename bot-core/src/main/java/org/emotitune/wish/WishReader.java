package org.emotitune.wish;

import java.util.List;
import java.util.Optional;
import org.emotitune.emotion.EmotionExtractor;
import org.emotitune.recommend.Wishes;
import org.emotitune.song.Artist;

/**
 * Hears wishes inside a message ("en español", "80s songs", "nothing sad") and takes their words out, so that they are
 * not taken for feelings. Deterministic: phrases of both languages, in {@code wishes-es.txt} and {@code wishes-en.txt}.
 * Thread-safe.
 */
public final class WishReader {
    /** Taking words out can bring others together to a wish; people do not nest wishes deeper than once. */
    private static final int ROUNDS = 8;

    private final WishGrammar grammar;

    private WishReader(WishGrammar grammar) {
        this.grammar = grammar;
    }

    /**
     * Reads the phrases that come with the program.
     *
     * @throws org.emotitune.emotion.BrokenResourceException if a file has been damaged; its message names the line
     */
    public static WishReader load() {
        return new WishReader(WishGrammar.load());
    }

    /** ISO 639-1 codes of the languages that songs can be wished in, most usual first. */
    public List<String> languages() {
        return grammar.words().languages().values();
    }

    /** The artists that there are songs of. */
    public interface Artists {
        /** @param name as a person writes it: case, accents and punctuation are of no account */
        Optional<Artist> find(String name);
    }

    /**
     * Wishes, and the message without them.
     *
     * @param rest without the words of the wishes and what would be left dangling; the message itself where there is no
     *     wish; may be empty
     */
    public record Wished(Wishes wishes, String rest) {}

    /**
     * Reads the first {@link EmotionExtractor#LONGEST_READ} characters of a message: where they hold a wish, the rest is
     * of them alone, for nobody reads further.
     *
     * @param message of any length and content
     * @param artists asked only where the words announce an artist, and a bounded number of times
     */
    public Wished read(String message, Artists artists) {
        WishTally tally = new WishTally();
        KnownArtists known = new KnownArtists(artists);
        String rest = beginning(message);
        for (int round = 0; round < ROUNDS; round++) {
            MarkedText text = new MarkedText(rest);
            if (!new WishHearing(grammar, text, tally, known).hear()) {
                break;
            }
            rest = new Remainder(text).text();
        }
        return tally.isEmpty() ? new Wished(Wishes.NONE, message) : new Wished(tally.wishes(), rest);
    }

    private static String beginning(String message) {
        int longest = EmotionExtractor.LONGEST_READ;
        if (message.length() <= longest) {
            return message;
        }
        return message.substring(0, Character.isHighSurrogate(message.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
