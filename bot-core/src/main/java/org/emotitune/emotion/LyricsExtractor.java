package org.emotitune.emotion;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the emotions and themes of songs. Thread-safe. */
public interface LyricsExtractor {

    /**
     * @param lyrics cleaned; lines may have been joined by whoever made the file
     */
    record SongText(String title, @Nullable String artist, String lyrics) {
        /** Lyrics are in no log, whoever prints the record. */
        @Override
        public String toString() {
            return "SongText[%s]".formatted(title);
        }
    }

    /**
     * What was heard, in any words: the vocabulary comes after.
     *
     * @param language ISO 639 code of the language sung; null where it was not told
     * @param emotions word to weight, (0, 1], at least one
     * @param themes name to weight, (0, 1]
     */
    record Heard(@Nullable String language, Map<String, Double> emotions, Map<String, Double> themes) {
        public Heard {
            emotions = Map.copyOf(emotions);
            themes = Map.copyOf(themes);
        }
    }

    /**
     * What reading costs at a service that has to be paid.
     *
     * @param calls requests to a language model, or parts of one where several songs share it
     */
    record Cost(double calls, long inputTokens, long outputTokens) {
        public static final Cost NONE = new Cost(0, 0, 0);
    }

    /** Who reads: "embedded", or the name of a language model. */
    String source();

    /** Another one whenever the same song could be read in another way; tells the model, the prompt, the lexicon. */
    String version();

    /** @throws UnreadableSongException if nothing can be heard in this song */
    Heard read(SongText song);

    /** @param characters length of the lyrics */
    Cost costOf(int characters);
}
