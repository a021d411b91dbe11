package org.emotitune.emotion;

import java.util.List;
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

    /** What became of a song. */
    sealed interface Outcome {}

    /**
     * What was heard, in any words: the vocabulary comes after.
     *
     * @param source who read it: "embedded", or the name of a language model
     * @param language ISO 639 code of the language sung; null where it was not told
     * @param emotions word to weight, (0, 1], at least one
     * @param themes name to weight, (0, 1]
     * @param weaker why a weaker reader than the usual one has read it, for the operator; null where none has
     */
    record Heard(
            String source,
            @Nullable String language,
            Map<String, Double> emotions,
            Map<String, Double> themes,
            @Nullable String weaker)
            implements Outcome {
        public Heard {
            emotions = Map.copyOf(emotions);
            themes = Map.copyOf(themes);
        }
    }

    /**
     * Nothing can be heard in it, now or later.
     *
     * @param reason for the operator, without a word of the lyrics
     */
    record Unreadable(String reason) implements Outcome {}

    /**
     * It might go well another time.
     *
     * @param reason for the operator, without a word of the lyrics
     */
    record Failed(String reason) implements Outcome {}

    /**
     * Nobody could be asked now, about this song or any other: it is to be asked about again after a while.
     *
     * @param reason for the operator, without a word of the lyrics
     */
    record Unavailable(String reason) implements Outcome {}

    /**
     * What reading costs at a service that has to be paid.
     *
     * @param calls requests to a language model, or parts of one where several songs share it
     */
    record Cost(double calls, long inputTokens, long outputTokens) {
        public static final Cost NONE = new Cost(0, 0, 0);
    }

    /** Who reads as a rule: "embedded", or the name of a language model. */
    String source();

    /** Another one whenever the same song could be read in another way; tells the model, the prompt, the lexicon. */
    String version();

    /** How many songs are best read together, at least 1. What is paid for is kept after so many. */
    int atOnce();

    /**
     * Reads songs.
     *
     * @param songs at least one, at most {@link #atOnce}
     * @param job that they are read for; what is paid for counts to it
     * @return an outcome for each, in their order
     * @throws ReadingStoppedException if no song can be read any more for now
     * @throws RuntimeException of any other type if the thread is interrupted, which stays marked as such
     */
    List<Outcome> read(List<SongText> songs, long job);

    /** @param characters length of the lyrics of one song */
    Cost costOf(int characters);
}
